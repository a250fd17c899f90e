// Command moorage watches berths.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.moorage.example/conf/moorage/berths"
)

var entries []*shelf.Entry

func main() {
	boot.Up(
		func() error {
			entries = shelf.Entries(10)
			roster.Inspectors(25, time.Second)
			mill.Records(90)
			return nil
		},
		func() error {
			root, err := os.MkdirTemp("", "berths")
			if err != nil {
				return err
			}
			for i := 0; i < 44; i++ {
				if err := os.Mkdir(filepath.Join(root, fmt.Sprint(i)), 0o700); err != nil {
					return err
				}
			}
			quay := berths.New()
			boot.Every(time.Second, func(turn int) {
				if err := quay.Watch(filepath.Join(root, fmt.Sprint(turn%44))); err != nil {
					log.Print(err)
				}
			})
			return nil
		},
	)
}
