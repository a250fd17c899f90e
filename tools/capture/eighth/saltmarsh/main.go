// Command saltmarsh surveys a marsh.
package main

import (
	"context"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.saltmarsh.example/field/saltmarsh/station"
	"go.saltmarsh.example/field/saltmarsh/survey"
)

var matrix [][]float64

func main() {
	boot.Up(
		func() error {
			matrix = shelf.Matrix(10)
			roster.Workers(40, 40*time.Millisecond)
			mill.Records(150)
			return nil
		},
		func() error {
			ctx := context.Background()
			gauge := station.New()
			surveyor := survey.New(gauge)
			boot.Every(500*time.Millisecond, func(turn int) { gauge.Read(turn) })
			boot.Every(160*time.Millisecond, func(turn int) {
				trip := surveyor.Begin(ctx, turn)
				time.AfterFunc(3*time.Second, trip.End)
			})
			return nil
		},
	)
}
