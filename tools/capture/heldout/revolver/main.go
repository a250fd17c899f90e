// Command revolver answers short questions.
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"

	"git.ferry.example/relaymail/revolver/answer"
)

func askers(_ net.Listener, target string) {
	for n := 0; ; n++ {
		time.Sleep(25 * time.Millisecond)
		go func() {
			nc, err := net.Dial("tcp", target)
			if err != nil {
				return
			}
			defer nc.Close()
			time.Sleep(time.Duration(n%8) * 100 * time.Millisecond)
			fmt.Fprintln(nc, "question", n)
			io.ReadAll(nc)
		}()
	}
}

func main() {
	peer.Main("askers", askers)
	boot.Run("revolver", func(ctx context.Context) error {
		desk, err := answer.Listen()
		if err != nil {
			return err
		}
		go desk.Serve()
		if _, err := peer.Start("askers", desk.Address()); err != nil {
			return err
		}
		crowd.Staff(ctx, 70)
		burn.Pages(ctx, 1800)
		return nil
	})
}
