// Command ebbtable counts events in windows of their own time.
package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/shelf"

	"go.tidewatch.example/streams/ebbtable/ingest"
	"go.tidewatch.example/streams/ebbtable/windows"
)

var entries []*shelf.Entry

func main() {
	w := windows.New(5*time.Second, 30*time.Second)
	boot.Up(
		func() error {
			entries = shelf.Entries(6)
			return chatter.Lines(10, 900*time.Millisecond)
		},
		func() error {
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			go ingest.Accept(l, w)
			for i := 0; i < 4; i++ {
				go device(l.Addr().String(), i)
			}
			boot.Every(20*time.Second, func(int) { log.Printf("closed %d", w.Closed()) })
			return nil
		},
	)
}

// device sends events, some of them late.
func device(address string, n int) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	out := bufio.NewWriter(c)
	for turn := 0; ; turn++ {
		late := time.Duration(turn%11) * 400 * time.Millisecond
		fmt.Fprintf(out, "%d sensor-%d-%d %d\n", time.Now().Add(-late).UnixMilli(), n, turn%60, turn)
		if turn%10 == 9 {
			if err := out.Flush(); err != nil {
				return
			}
			time.Sleep(90 * time.Millisecond)
		}
	}
}
