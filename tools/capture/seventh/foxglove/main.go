// Command foxglove lets peers in over datagrams: a device for each, as long as it is heard of.
package main

import (
	"log"
	"net"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"code.meadow.example/tunnel/foxglove/gatekeeper"
)

var entries []*shelf.Entry

func main() {
	gate := gatekeeper.New(1500 * time.Millisecond)
	boot.Up(
		func() error {
			entries = shelf.Entries(12)
			mill.Text(300 * time.Millisecond)
			return nil
		},
		func() error {
			socket, err := net.ListenPacket("udp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			go gate.Serve(socket)
			boot.Every(200*time.Millisecond, func(int) { gate.Sweep() })
			for i := 0; i < 8; i++ {
				go peer(socket.LocalAddr().String())
			}
			return nil
		},
	)
}

// peer talks for a while, falls silent, and comes back from another port.
func peer(address string) {
	for {
		c, err := net.Dial("udp", address)
		if err != nil {
			log.Print(err)
			return
		}
		for i := 0; i < 12; i++ {
			if _, err := c.Write(make([]byte, 200)); err != nil {
				log.Print(err)
			}
			time.Sleep(90 * time.Millisecond)
		}
		if err := c.Close(); err != nil {
			log.Print(err)
		}
	}
}
