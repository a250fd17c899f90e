// Command kennelmaster filters text with tools in processes of their own.
package main

import (
	"fmt"
	"log"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"git.houndsditch.example/media/kennelmaster/kennel"
)

var rows [][]float64

func main() {
	k := kennel.New(9, "/bin/cat", "-u")
	boot.Up(
		func() error {
			rows = shelf.Matrix(6)
			roster.Inspectors(15, 1500*time.Millisecond)
			mill.Numbers(7000, 200*time.Millisecond)
			return nil
		},
		k.Start,
		func() error {
			boot.Every(30*time.Millisecond, func(n int) {
				if err := k.Filter(n, fmt.Sprintf("line %d", n)); err != nil {
					log.Print(err)
				}
			})
			boot.Every(6*time.Second, func(n int) { k.Replace(n) })
			return nil
		},
	)
}
