// Command smithies forges.
package main

import (
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"go.smithies.example/forge/smithies/forge"
)

var matrix [][]float64

func main() {
	boot.Up(
		func() error {
			matrix = shelf.Matrix(8)
			mill.Text(200 * time.Millisecond)
			return chatter.Lines(30, 4*time.Second)
		},
		func() error {
			row := forge.New(36)
			go row.Light(900 * time.Millisecond)
			boot.Every(300*time.Millisecond, func(turn int) { row.Forge(turn % 5) })
			return nil
		},
	)
}
