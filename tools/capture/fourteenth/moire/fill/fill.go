// Package fill goes through volumes, from the oldest to the newest.
package fill

import (
	"context"
	"log"
	"os"
	"time"

	"git.archivehall.example/fill/moire/volume"
)

var weights [64]int

// Run goes through volumes until the context ends. The first are small, later ones have up to thirty thousand entries.
func Run(ctx context.Context) {
	folder, err := os.MkdirTemp("", "volumes")
	if err != nil {
		log.Print(err)
		return
	}
	defer os.RemoveAll(folder)
	for n := 0; ctx.Err() == nil; n++ {
		if err := one(folder, n); err != nil {
			log.Print(err)
		}
	}
}

func one(folder string, n int) error {
	path, err := volume.Write(folder, n, min(4000+n*1500, 30_000))
	if err != nil {
		return err
	}
	defer os.Remove(path)
	entries, err := volume.Read(path)
	if err != nil {
		return err
	}
	for i := 0; i < len(entries); i += 1000 {
		for _, e := range entries[i:min(i+1000, len(entries))] {
			weights[e.Number%len(weights)] += e.Weight
		}
		time.Sleep(70 * time.Millisecond)
	}
	return nil
}
