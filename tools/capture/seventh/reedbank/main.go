// Command reedbank follows the folders of containers that come and go.
package main

import (
	"fmt"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.marshland.example/survey/reedbank/folders"
	"go.marshland.example/survey/reedbank/notify"
)

var (
	entries []*shelf.Entry
	words   map[string]*shelf.Entry
)

func main() {
	w := notify.New()
	boot.Up(
		func() error {
			entries = shelf.Entries(28)
			words = shelf.Vocabulary(10)
			roster.Workers(16, 60*time.Millisecond)
			roster.Inspectors(10, 900*time.Millisecond)
			mill.Records(500)
			return chatter.Beacons(6, time.Second)
		},
		func() error {
			set := folders.New(w)
			for i := 0; i < 400; i++ {
				if err := set.Appear(fmt.Sprint("steady-", i)); err != nil {
					return err
				}
			}
			boot.Every(7*time.Millisecond, set.Turn)
			boot.Every(50*time.Millisecond, func(turn int) { w.Dispatch(turn) })
			return nil
		},
	)
}
