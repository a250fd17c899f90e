// Command sash counts names.
package main

import (
	"log"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.sash.example/words/sash/names"
	"go.sash.example/words/sash/symbol"
)

var matrix [][]float64

func main() {
	table := symbol.New()
	world := names.New(42000)
	boot.Up(
		func() error {
			matrix = shelf.Matrix(6)
			mill.Records(160)
			mill.Text(150 * time.Millisecond)
			roster.Workers(55, 15*time.Millisecond)
			roster.Watchers(15, 2*time.Second)
			return chatter.Beacons(6, 400*time.Millisecond)
		},
		func() error {
			boot.Every(20*time.Millisecond, func(turn int) {
				for _, name := range world.Heard(turn) {
					table.Symbol(name).Count.Add(1)
				}
			})
			boot.Every(25*time.Second, func(int) { log.Printf("%d symbols", table.Len()) })
			return nil
		},
	)
}
