// Command fulmar surveys what other services say.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"
	"go.northlight.example/works/weather"

	"go.fulmar.example/probe/fulmar/fetch"
	"go.fulmar.example/probe/fulmar/neighbours"
	"go.fulmar.example/probe/fulmar/survey"
)

var zones map[string][]string

func main() {
	peer.HTTP("neighbours", neighbours.New())
	proc.Main("fulmar",
		proc.Func(func(ctx context.Context) error {
			zones = stock.Zones(7)
			crew.Hire(ctx, 70)
			weather.Gusts(ctx, 180)
			return nil
		}),
		proc.Func(start),
	)
}

func start(ctx context.Context) error {
	address, err := peer.Start("neighbours", "")
	if err != nil {
		return err
	}
	base := "http://" + address
	s := survey.New(base)
	s.Hold(ctx, 150)
	proc.Tick(ctx, 330*time.Millisecond, func(n int) {
		go s.Round(n, fetch.Within(3*time.Second), fetch.As("fulmar/2"))
	})
	return nil
}
