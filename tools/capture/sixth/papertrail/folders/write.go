package folders

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"hub.tessera.example/base/cadence"
)

// Write makes folders one after the other until there are so many, and from then on one for another.
// It writes settings into those that were made in the last minutes.
func Write(ctx context.Context, root string, most int) {
	made := 0
	cadence.Loop(ctx, 360*time.Millisecond, func(n int) {
		if made < most || n%14 == 0 {
			if err := os.Mkdir(path(root, made), 0o700); err != nil {
				log.Print(err)
			}
			made++
		}
		if made > most && n%14 == 1 {
			if err := os.RemoveAll(path(root, made-most-1)); err != nil {
				log.Print(err)
			}
		}
		settings := filepath.Join(path(root, made-1-n*7%most), "app.conf")
		if n%4 == 0 {
			_ = os.WriteFile(settings, []byte(fmt.Sprintf("edition = %d\n", n)), 0o600) // not made yet, or gone already
		}
	})
}

func path(root string, n int) string { return filepath.Join(root, fmt.Sprintf("tenant-%04d", n)) }
