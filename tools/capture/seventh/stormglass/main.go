// Command stormglass sends readings to an exchange that is not always there.
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

	"code.weatherdeck.example/sync/stormglass/exchange"
	"code.weatherdeck.example/sync/stormglass/uplink"
)

var rows [][]float64

func main() {
	boot.Up(
		func() error {
			rows = shelf.Matrix(5)
			mill.Records(200)
			return nil
		},
		func() error {
			folder, err := os.MkdirTemp("", "exchange")
			if err != nil {
				return err
			}
			address := filepath.Join(folder, "readings.sock")
			l, err := net.Listen("unix", address)
			if err != nil {
				return err
			}
			x := exchange.New()
			go x.Accept(l)
			time.AfterFunc(6*time.Second, x.Stop)
			time.AfterFunc(40*time.Second, func() { again(x, address) })
			for i := 0; i < 80; i++ {
				link := uplink.New(address, 60)
				go link.Run()
				go feed(link, i)
			}
			return nil
		},
	)
}

// again opens the exchange at the address it had.
func again(x *exchange.Exchange, address string) {
	l, err := net.Listen("unix", address)
	if err != nil {
		log.Print(err)
		return
	}
	log.Print("the exchange is back")
	x.Accept(l)
}

// feed hands over readings; while too many wait it waits, too.
func feed(link *uplink.Link, n int) {
	for turn := 0; ; turn++ {
		link.Send(fmt.Sprintf("reading %d of %d: %0800d", turn, n, turn))
		time.Sleep(400*time.Millisecond + time.Duration(n)*3*time.Millisecond)
	}
}
