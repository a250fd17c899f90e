// Command stovepipe hosts plugins.
package main

import (
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"go.stovepipe.example/plugin/stovepipe/host"
)

var matrix [][]float64

func main() {
	boot.Up(
		func() error {
			matrix = shelf.Matrix(14)
			mill.Records(120)
			return nil
		},
		func() error {
			h := host.New(170)
			boot.Every(200*time.Millisecond, h.Ask)
			boot.Every(500*time.Millisecond, h.Replace)
			return nil
		},
	)
}
