// Command gaugepull polls gauges.
package main

import (
	"context"
	"io"
	"net"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.meter.example/scada/gaugepull/poll"
)

// gauges answer, except each fourth, which never does.
func gauges(l net.Listener, _ string) {
	for n := 0; ; n++ {
		nc, err := l.Accept()
		if err != nil {
			return
		}
		if n%4 != 3 {
			io.WriteString(nc, "17.4 bar\n")
			nc.Close()
		}
	}
}

func main() {
	peer.Main("gauges", gauges)
	boot.Run("gaugepull", func(ctx context.Context) error {
		address, err := peer.Start("gauges", "")
		if err != nil {
			return err
		}
		round := poll.NewRound(address)
		load.Every(ctx, 110*time.Millisecond, func(n int) { round.Step(n) })
		crowd.Staff(ctx, 150)
		burn.Orders(ctx, 1500)
		return nil
	})
}
