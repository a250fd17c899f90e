// Command layercake scans images.
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"go.confectioner.example/images/layercake/remote"
	"go.confectioner.example/images/layercake/scan"
)

var entries []*shelf.Entry

func main() {
	registry := remote.New(4)
	scanner := scan.New(registry)
	boot.Up(
		func() error {
			entries = shelf.Entries(7)
			mill.Text(400 * time.Millisecond)
			return chatter.Lines(9, time.Second)
		},
		func() error {
			boot.Every(300*time.Millisecond, func(turn int) {
				layers := 1 + turn%4
				if turn == 25 {
					layers = 6
				}
				go func() {
					if err := scanner.Scan(fmt.Sprint("image-", turn), layers); err != nil {
						log.Print(err)
					}
				}()
			})
			return serve(scanner)
		},
	)
}

func serve(scanner *scan.Scanner) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	go func() {
		log.Print(http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, scanner.Scanned())
		})))
	}()
	return nil
}
