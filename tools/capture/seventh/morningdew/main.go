// Command morningdew resolves names for others and remembers the answers for a while.
package main

import (
	"fmt"
	"log"
	"net"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"

	"git.meadowsweet.example/dns/morningdew/answers"
	"git.meadowsweet.example/dns/morningdew/resolve"
)

func main() {
	kept := answers.New(25 * time.Second)
	boot.Up(
		func() error {
			roster.Workers(12, 100*time.Millisecond)
			mill.Records(250)
			boot.Every(time.Second, func(int) { kept.Sweep() })
			return nil
		},
		func() error {
			socket, err := net.ListenPacket("udp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			go resolve.Serve(socket, kept)
			for i := 0; i < 6; i++ {
				go stub(socket.LocalAddr().String(), i)
			}
			return nil
		},
	)
}

// stub asks for names: one in four is a new one.
func stub(address string, n int) {
	c, err := net.Dial("udp", address)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	heard := make([]byte, 2048)
	for turn := 0; ; turn++ {
		name := fmt.Sprintf("host-%d.zone-%d.example", turn%50, n)
		if turn%4 == 0 {
			name = fmt.Sprintf("x%08x.zone-%d.example", turn, n)
		}
		if _, err := c.Write([]byte(name)); err != nil {
			log.Print(err)
		}
		if err := c.SetReadDeadline(time.Now().Add(time.Second)); err != nil {
			log.Print(err)
		}
		_, _ = c.Read(heard)
		time.Sleep(14 * time.Millisecond)
	}
}
