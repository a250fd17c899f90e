// Command sparewheel asks a store over pooled connections.
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
	"go.stonequay.example/stock/shelf"

	"git.wheelwright.example/pool/sparewheel/pool"
	"git.wheelwright.example/pool/sparewheel/rush"
)

var rows [][]float64

func main() {
	peer.Main("store", store)
	boot.Up(
		func() error {
			rows = shelf.Matrix(9)
			mill.Text(350 * time.Millisecond)
			return nil
		},
		func() error {
			address, err := peer.Start("store", "")
			if err != nil {
				return err
			}
			p := pool.New(address, 25*time.Second)
			boot.Every(time.Second, func(int) { p.Expire() })
			go rush.Burst(p, 150, 8*time.Second)
			for i := 0; i < 10; i++ {
				go rush.Steady(p, 120*time.Millisecond)
			}
			return nil
		},
	)
}

func store(l net.Listener, _ string) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			defer c.Close()
			lines := bufio.NewScanner(c)
			for lines.Scan() {
				time.Sleep(30 * time.Millisecond)
				fmt.Fprintln(c, "value of", lines.Text())
			}
		}()
	}
}
