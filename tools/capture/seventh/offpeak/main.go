// Command offpeak prints what comes in over a socket.
package main

import (
	"fmt"
	"log"
	"net"
	"os"
	"path/filepath"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"go.nightdesk.example/print/offpeak/press"
	"go.nightdesk.example/print/offpeak/tray"
)

var rows [][]float64

func main() {
	hall := press.New(160, 400)
	boot.Up(
		func() error {
			rows = shelf.Matrix(10)
			mill.Text(500 * time.Millisecond)
			hall.Start()
			return nil
		},
		func() error {
			folder, err := os.MkdirTemp("", "tray")
			if err != nil {
				return err
			}
			path := filepath.Join(folder, "jobs.sock")
			l, err := net.Listen("unix", path)
			if err != nil {
				return err
			}
			go tray.Accept(l, hall)
			boot.Every(31*time.Second, func(turn int) { office(path, turn) })
			return nil
		},
	)
}

// office brings a hundred jobs.
func office(path string, turn int) {
	c, err := net.Dial("unix", path)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	for i := 0; i < 100; i++ {
		if _, err := fmt.Fprintf(c, "job %d.%d\n", turn, i); err != nil {
			log.Print(err)
			return
		}
	}
}
