// Command bigroom seats guests.
package main

import (
	"log"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.bigroom.example/hall/bigroom/seating"
)

var words map[string]*shelf.Entry

func main() {
	boot.Up(
		func() error {
			words = shelf.Vocabulary(6)
			roster.Workers(60, 30*time.Millisecond)
			return chatter.Lines(25, 3*time.Second)
		},
		func() error {
			plan := seating.New()
			go func() {
				for evening := 0; ; evening++ {
					for part := 0; part < 60; part++ {
						plan.Seat(evening, part, 1500)
						time.Sleep(100 * time.Millisecond)
					}
					time.Sleep(4 * time.Second)
					log.Printf("evening %d: %d guests", evening, plan.Clear())
					time.Sleep(4 * time.Second)
				}
			}()
			return nil
		},
	)
}
