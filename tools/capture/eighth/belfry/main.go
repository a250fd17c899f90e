// Command belfry rings bells.
package main

import (
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"go.belltower.example/ring/belfry/ringers"
	"go.belltower.example/ring/belfry/ropes"
)

var words map[string]*shelf.Entry

func main() {
	boot.Up(
		func() error {
			words = shelf.Vocabulary(8)
			mill.Text(250 * time.Millisecond)
			return chatter.Lines(20, 2*time.Second)
		},
		func() error {
			band := ringers.New(ropes.New(12))
			boot.Every(90*time.Millisecond, func(turn int) { go band.Peal(turn) })
			return nil
		},
	)
}
