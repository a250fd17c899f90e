// Command petrel runs workloads step by step.
package main

import (
	"log"
	"os"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.petrel.example/run/petrel/plan"
	"go.petrel.example/run/petrel/workload"
)

var matrix [][]float64

func main() {
	boot.Up(
		func() error {
			matrix = shelf.Matrix(14)
			mill.Records(150)
			roster.Workers(50, 30*time.Millisecond)
			roster.Inspectors(25, 1100*time.Millisecond)
			return chatter.Beacons(8, 500*time.Millisecond)
		},
		run,
	)
}

func run() error {
	folder, err := os.MkdirTemp("", "workloads")
	if err != nil {
		return err
	}
	if err := workload.Write(folder, 30); err != nil {
		return err
	}
	p := plan.New(folder)
	boot.Every(260*time.Millisecond, func(turn int) {
		if err := p.Run(turn % 30); err != nil {
			log.Print(err)
		}
	})
	boot.Every(20*time.Second, func(int) { log.Print(p) })
	return nil
}
