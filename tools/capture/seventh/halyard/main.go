// Command halyard answers datagrams, not too many for each sender.
package main

import (
	"log"
	"net"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.rigging.example/edge/halyard/answer"
	"go.rigging.example/edge/halyard/limit"
)

var entries []*shelf.Entry

func main() {
	limits := limit.NewKeyed(10, 5*time.Second)
	boot.Up(
		func() error {
			entries = shelf.Entries(9)
			roster.Watchers(20, 800*time.Millisecond)
			mill.Numbers(9000, 200*time.Millisecond)
			return nil
		},
		func() error {
			socket, err := net.ListenPacket("udp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			go answer.Serve(socket, limits)
			boot.Every(time.Second, func(int) { limits.Forget() })
			for i := 0; i < 12; i++ {
				go regular(socket.LocalAddr().String())
			}
			boot.Every(350*time.Millisecond, func(int) { stranger(socket.LocalAddr().String()) })
			return nil
		},
	)
}

func ask(c net.Conn) {
	heard := make([]byte, 512)
	if _, err := c.Write([]byte("who is there")); err != nil {
		log.Print(err)
		return
	}
	if err := c.SetReadDeadline(time.Now().Add(time.Second)); err != nil {
		log.Print(err)
	}
	_, _ = c.Read(heard)
}

func regular(address string) {
	c, err := net.Dial("udp", address)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	for {
		ask(c)
		time.Sleep(300 * time.Millisecond)
	}
}

func stranger(address string) {
	c, err := net.Dial("udp", address)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	ask(c)
}
