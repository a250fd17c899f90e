// Command turnstile lets travellers through.
package main

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"math/rand"
	"net"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.railwaystation.example/gates/turnstile/gate"
)

var register *holdings.Node

// travellers is the other end.
func travellers(_ net.Listener, target string) {
	for range time.Tick(50 * time.Millisecond) {
		go travel(target)
	}
}

func travel(target string) {
	conn, err := net.Dial("tcp", target)
	if err != nil {
		log.Print(err)
		return
	}
	defer conn.Close()
	answers := bufio.NewReader(conn)
	for step := 0; step < 5+rand.Intn(5); step++ {
		fmt.Fprintln(conn, "step", step)
		if _, err := answers.ReadString('\n'); err != nil {
			return
		}
		time.Sleep(time.Second)
	}
}

func main() {
	peer.Main("travellers", travellers)
	service.Main("turnstile", func(ctx context.Context) error {
		register = holdings.Register(10)
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		go gate.Serve(l)
		if _, err := peer.Start("travellers", l.Addr().String()); err != nil {
			return err
		}
		grist.Sheets(ctx, 700)
		grist.Letters(ctx, 300)
		return nil
	})
}
