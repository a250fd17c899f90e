// Command backstair answers queries over time ranges from parts.
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

	"code.manorhall.example/graphs/backstair/deltas"
	"code.manorhall.example/graphs/backstair/front"
)

var rows [][]float64

func main() {
	boot.Up(
		func() error {
			rows = shelf.Matrix(11)
			roster.Workers(30, 120*time.Millisecond)
			mill.Records(250)
			return nil
		},
		func() error {
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			go func() { log.Print(http.Serve(l, front.New(deltas.New()))) }()
			client := &http.Client{Timeout: 5 * time.Second}
			for i := 0; i < 10; i++ {
				panel := i
				boot.Every(time.Duration(350+i*20)*time.Millisecond, func(turn int) {
					go show(client, fmt.Sprintf("http://%s/query?from=%d&to=%d&step=%d", l.Addr(), turn*60, turn*60+3600+panel*37, 60+panel/8*480))
				})
			}
			return nil
		},
	)
}

func show(client *http.Client, url string) {
	answer, err := client.Get(url)
	if err != nil {
		return
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		log.Print(err)
	}
}
