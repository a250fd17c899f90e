// Command scoreboard sends scores to viewers as they change.
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.stadium.example/live/scoreboard/board"
)

var register *holdings.Node

// viewers is the other end: some read, and some only did at first.
func viewers(_ net.Listener, target string) {
	for i := 0; i < 36; i++ {
		go view(target, false)
	}
	for range time.Tick(550 * time.Millisecond) {
		go view(target, true)
	}
}

func view(target string, sleepy bool) {
	conn, err := net.Dial("tcp", target)
	if err != nil {
		log.Print(err)
		return
	}
	defer conn.Close()
	if err := conn.(*net.TCPConn).SetReadBuffer(8 << 10); err != nil {
		log.Print(err)
	}
	fmt.Fprintln(conn, "scores, please")
	if sleepy {
		if _, err := bufio.NewReader(conn).ReadString('\n'); err == nil {
			select {}
		}
		return
	}
	_, _ = io.Copy(io.Discard, conn)
}

func main() {
	peer.Main("viewers", viewers)
	service.Main("scoreboard", func(ctx context.Context) error {
		register = holdings.Register(8)
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		b := board.New()
		go b.Serve(l)
		if _, err := peer.Start("viewers", l.Addr().String()); err != nil {
			return err
		}
		residents.Settle(ctx, 120)
		grist.Letters(ctx, 700)
		cadence.Loop(ctx, 240*time.Millisecond, b.Publish)
		return nil
	})
}
