// Command herringrun reads its settings again and again.
package main

import (
	"log"
	"os"
	"path/filepath"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.herringrun.example/conf/herringrun/settings"
)

var matrix [][]float64

func main() {
	boot.Up(
		func() error {
			matrix = shelf.Matrix(7)
			roster.Watchers(40, 300*time.Millisecond)
			mill.Text(300 * time.Millisecond)
			return chatter.Lines(15, time.Second)
		},
		func() error {
			folder, err := os.MkdirTemp("", "settings")
			if err != nil {
				return err
			}
			path := filepath.Join(folder, "service.conf")
			if err := os.WriteFile(path, []byte("turn 0\n"), 0o600); err != nil {
				return err
			}
			s := settings.New(path)
			if err := s.Reload(); err != nil {
				return err
			}
			boot.Every(1300*time.Millisecond, func(turn int) {
				if err := s.Reload(); err != nil {
					log.Print(err)
				}
			})
			return nil
		},
	)
}
