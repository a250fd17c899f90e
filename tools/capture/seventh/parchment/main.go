// Command parchment takes copying orders over a unix socket.
package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"os"
	"path/filepath"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"code.scriptorium.example/press/parchment/lifetime"
	"code.scriptorium.example/press/parchment/sessions"
)

var rows [][]float64

func main() {
	boot.Up(
		func() error {
			rows = shelf.Matrix(7)
			mill.Records(300)
			return nil
		},
		serve,
	)
}

func serve() error {
	folder, err := os.MkdirTemp("", "press")
	if err != nil {
		return err
	}
	path := filepath.Join(folder, "orders.sock")
	l, err := net.Listen("unix", path)
	if err != nil {
		return err
	}
	go sessions.New(lifetime.Begin()).Serve(l)
	for i := 0; i < 5; i++ {
		go customer(path, i)
	}
	return nil
}

// customer comes with an order about three times in two seconds.
func customer(path string, n int) {
	for turn := 0; ; turn++ {
		time.Sleep(600*time.Millisecond + time.Duration(n)*40*time.Millisecond)
		c, err := net.Dial("unix", path)
		if err != nil {
			log.Print(err)
			continue
		}
		if _, err := fmt.Fprintf(c, "copy %d\n", turn); err != nil {
			log.Print(err)
		}
		if _, err := bufio.NewReader(c).ReadString('\n'); err != nil {
			log.Print(err)
		}
		c.Close()
	}
}
