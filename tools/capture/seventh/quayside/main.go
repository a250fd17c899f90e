// Command quayside pushes configuration to proxies.
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
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"go.portauth.example/pilot/quayside/discovery"
	"go.portauth.example/pilot/quayside/mesh"
)

var entries []*shelf.Entry

func main() {
	boot.Up(
		func() error {
			entries = shelf.Entries(10)
			mill.Records(350)
			return chatter.Beacons(9, 1200*time.Millisecond)
		},
		serve,
	)
}

func serve() error {
	folder, err := os.MkdirTemp("", "mesh")
	if err != nil {
		return err
	}
	path := filepath.Join(folder, "discovery.sock")
	l, err := net.Listen("unix", path)
	if err != nil {
		return err
	}
	configuration := mesh.New(200)
	boot.Every(2*time.Second, func(int) { configuration.Change() })
	go discovery.New(configuration).Accept(l)
	for i := 0; i < 25; i++ {
		go proxy(path, fmt.Sprint("sidecar-", i))
	}
	boot.Every(310*time.Millisecond, func(n int) { go proxy(path, fmt.Sprint("outdated-", n)) })
	return nil
}

// proxy asks for all kinds, and acknowledges what it is told.
func proxy(path, name string) {
	c, err := net.Dial("unix", path)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	for _, kind := range []string{"clusters", "endpoints", "listeners", "routes"} {
		if _, err := fmt.Fprintln(c, name, kind); err != nil {
			return
		}
	}
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		if _, err := fmt.Fprintln(c, name, "ack"); err != nil {
			return
		}
	}
}
