// Command tidemill adds up the counters of all tenants.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.millrow.example/metrics/tidemill/registry"
	"go.millrow.example/metrics/tidemill/ring"
)

var rows [][]float64

func main() {
	tenants := registry.New()
	boot.Up(
		func() error {
			rows = shelf.Matrix(14)
			roster.Watchers(24, 3*time.Second)
			mill.Records(300)
			return nil
		},
		func() error {
			r := ring.New(tenants)
			for i := 0; i < 60; i++ {
				r.Own(fmt.Sprintf("tenant-%02d", i))
			}
			boot.Every(40*time.Millisecond, r.Traffic)
			boot.Every(110*time.Millisecond, func(turn int) { r.Move("tenant-17") })
			boot.Every(9*time.Second, func(turn int) { r.Move(fmt.Sprintf("tenant-%02d", 20+turn%40)) })
			return nil
		},
		func() error { return scrape(tenants) },
	)
}

// scrape serves the sums and reads them every two seconds.
func scrape(tenants *registry.Tenants) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	go func() {
		log.Print(http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			for name, sum := range tenants.Sums() {
				fmt.Fprintf(w, "%s %g\n", name, sum)
			}
		})))
	}()
	boot.Every(2*time.Second, func(int) {
		answer, err := http.Get("http://" + l.Addr().String())
		if err != nil {
			log.Print(err)
			return
		}
		defer answer.Body.Close()
		if _, err := io.Copy(io.Discard, answer.Body); err != nil {
			log.Print(err)
		}
	})
	return nil
}
