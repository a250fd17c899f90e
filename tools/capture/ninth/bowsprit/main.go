// Command bowsprit shows small pictures.
package main

import (
	"log"
	"math/rand"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"

	"go.bowsprit.example/img/bowsprit/picture"
	"go.bowsprit.example/img/bowsprit/weighed"
)

func main() {
	kept := weighed.New(30 << 20)
	gallery := picture.NewGallery(kept, 40000)
	boot.Up(
		func() error {
			mill.Text(100 * time.Millisecond)
			mill.Records(120)
			roster.Workers(45, 20*time.Millisecond)
			return chatter.Lines(20, 300*time.Millisecond)
		},
		func() error {
			rng := rand.New(rand.NewSource(77))
			zipf := rand.NewZipf(rng, 1.02, 800, 39999)
			boot.Every(9*time.Millisecond, func(int) {
				if _, err := gallery.Small(int(zipf.Uint64())); err != nil {
					log.Print(err)
				}
			})
			boot.Every(25*time.Second, func(int) { log.Print(gallery) })
			return nil
		},
	)
}
