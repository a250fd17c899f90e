// Command sockfarm keeps the lines of many listeners open and pushes to them.
package main

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"os"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.openline.example/push/sockfarm/lines"
)

// listeners is the other end: 850 listeners that stay, and some who come for a few seconds.
func listeners(_ net.Listener, target string) {
	for i := 0; i < 850; i++ {
		go listen(target, i, time.Hour)
		time.Sleep(4 * time.Millisecond)
	}
	for i := 0; ; i++ {
		go listen(target, 1000+i, 5*time.Second)
		time.Sleep(400 * time.Millisecond)
	}
}

func listen(target string, n int, stay time.Duration) {
	conn, err := net.Dial("tcp", target)
	if err != nil {
		os.Exit(1)
	}
	defer conn.Close()
	go func() {
		for in := bufio.NewScanner(conn); in.Scan(); {
		}
	}()
	for until := time.Now().Add(stay); time.Now().Before(until); time.Sleep(4 * time.Second) {
		if _, err := fmt.Fprintf(conn, "here %d\n", n); err != nil {
			return
		}
	}
}

func main() {
	peer.Main("listeners", listeners)
	service.Main("sockfarm", func(ctx context.Context) error {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		hub := lines.NewHub()
		residents.Settle(ctx, 60)
		grist.Sheets(ctx, 900)
		go hub.Accept(ctx, l)
		cadence.Loop(ctx, 700*time.Millisecond, func(n int) { hub.Push(fmt.Sprint("news ", n)) })
		_, err = peer.Start("listeners", l.Addr().String())
		return err
	})
}
