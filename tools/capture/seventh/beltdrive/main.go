// Command beltdrive tells proxies their configuration over streams.
package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.pulleys.example/mesh/beltdrive/cache"
	"go.pulleys.example/mesh/beltdrive/delta"
)

var rows [][]float64

func main() {
	snapshots := cache.New()
	boot.Up(
		func() error {
			rows = shelf.Matrix(8)
			roster.Inspectors(30, 2*time.Second)
			mill.Records(200)
			return nil
		},
		func() error {
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			go delta.NewServer(snapshots).Accept(l)
			boot.Every(500*time.Millisecond, func(turn int) { snapshots.Set("listeners", turn) })
			for i := 0; i < 40; i++ {
				go steady(l.Addr().String(), i)
			}
			boot.Every(450*time.Millisecond, func(turn int) { go restarting(l.Addr().String(), turn) })
			return nil
		},
	)
}

func connect(address, name string) (net.Conn, *bufio.Scanner, error) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		return nil, nil, err
	}
	for _, kind := range []string{"clusters", "listeners", "routes"} {
		if _, err := fmt.Fprintf(c, "%s %s\n", name, kind); err != nil {
			return nil, nil, err
		}
	}
	return c, bufio.NewScanner(c), nil
}

// steady stays connected and asks again after each answer.
func steady(address string, n int) {
	c, lines, err := connect(address, fmt.Sprint("steady-", n))
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	for lines.Scan() {
		if _, err := fmt.Fprintf(c, "steady-%d %s\n", n, lines.Text()); err != nil {
			return
		}
	}
}

// restarting is a proxy that is deployed anew.
func restarting(address string, n int) {
	c, lines, err := connect(address, fmt.Sprint("restarting-", n))
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	lines.Scan()
	time.Sleep(300 * time.Millisecond)
}
