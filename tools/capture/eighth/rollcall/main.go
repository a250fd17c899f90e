// Command rollcall calls names and keeps its log at hand.
package main

import (
	"log"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.rollcall.example/logs/rollcall/recent"
)

var words map[string]*shelf.Entry

func main() {
	boot.Up(
		func() error {
			words = shelf.Vocabulary(4)
			roster.Workers(30, 20*time.Millisecond)
			roster.Inspectors(50, 2*time.Second)
			return nil
		},
		func() error {
			latest := recent.New(24000)
			lines := log.New(latest, "rollcall ", log.LstdFlags|log.Lmicroseconds)
			boot.Every(10*time.Millisecond, func(turn int) {
				for i := 0; i < 8; i++ {
					lines.Printf("call %d: name %d is here, as %d others are, in row %d of the hall", turn, i, turn%500, i*turn%97)
				}
			})
			boot.Every(5*time.Second, func(int) { log.Printf("%d lines at hand", latest.Len()) })
			return nil
		},
	)
}
