// Command sounding draws a chart of depths.
package main

import (
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.leadline.example/chart/sounding/buoy"
	"go.leadline.example/chart/sounding/depths"
)

var entries []*shelf.Entry

func main() {
	boot.Up(
		func() error {
			entries = shelf.Entries(9)
			roster.Inspectors(30, time.Second)
			mill.Numbers(20000, 200*time.Millisecond)
			return chatter.Beacons(12, time.Second)
		},
		func() error {
			chart := depths.New()
			boot.Every(time.Second, func(int) { chart.Draw() })
			for i := 0; i < 25; i++ {
				go buoy.New(i, i%8 == 3).Report(chart, 80*time.Millisecond)
			}
			return nil
		},
	)
}
