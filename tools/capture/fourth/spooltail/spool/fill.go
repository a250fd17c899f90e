// Package spool has files that are written, read once and deleted.
package spool

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"
)

// Fill writes files into folder and tells their names.
func Fill(ctx context.Context, folder string, names chan<- string) {
	defer close(names)
	for n := 0; ctx.Err() == nil; n++ {
		name := filepath.Join(folder, fmt.Sprintf("job-%05d.txt", n))
		if err := os.WriteFile(name, bytes.Repeat([]byte("a line to be printed\n"), 40+n%60), 0o600); err != nil {
			log.Print(err)
			return
		}
		names <- name
		time.Sleep(time.Duration(200+n*37%300) * time.Millisecond)
	}
}
