// Command ingot encodes pages.
package main

import (
	"log"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.ingot.example/encode/ingot/encoder"
	"go.ingot.example/encode/ingot/rush"
)

var words map[string]*shelf.Entry

func main() {
	encoders := encoder.New(256 << 10)
	r := rush.New(encoders)
	boot.Up(
		func() error {
			words = shelf.Vocabulary(7)
			mill.Records(250)
			roster.Workers(40, 20*time.Millisecond)
			roster.Inspectors(25, 1300*time.Millisecond)
			return chatter.Lines(15, 500*time.Millisecond)
		},
		func() error {
			boot.Every(11*time.Second, func(turn int) { r.Run(40, turn) })
			boot.Every(70*time.Millisecond, func(turn int) { r.One(turn) })
			boot.Every(30*time.Second, func(int) { log.Print(r) })
			return nil
		},
	)
}
