// Command pairbonds carries messages between rooms.
package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"time"

	"example.org/platform/peer"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"code.rookery.example/chat/pairbonds/link"
	"code.rookery.example/chat/pairbonds/rooms"
)

var entries []*shelf.Entry

func main() {
	peer.Main("clients", clients)
	boot.Up(
		func() error {
			entries = shelf.Entries(7)
			roster.Workers(8, 200*time.Millisecond)
			mill.Records(200)
			return nil
		},
		func() error {
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			go link.Accept(l, rooms.New())
			_, err = peer.Start("clients", l.Addr().String())
			return err
		},
	)
}

// clients connects 130 times; ten of them talk.
func clients(_ net.Listener, target string) {
	for i := 0; i < 130; i++ {
		c, err := net.Dial("tcp", target)
		if err != nil {
			log.Fatal(err)
		}
		if _, err := fmt.Fprintln(c, "room", i%12); err != nil {
			log.Fatal(err)
		}
		go func() {
			lines := bufio.NewScanner(c)
			for lines.Scan() {
				_ = lines.Text()
			}
		}()
		if i%13 == 0 {
			go func(i int) {
				for n := 0; ; n++ {
					time.Sleep(time.Duration(700+i*5) * time.Millisecond)
					if _, err := fmt.Fprintln(c, "hello", n); err != nil {
						return
					}
				}
			}(i)
		}
	}
	select {}
}
