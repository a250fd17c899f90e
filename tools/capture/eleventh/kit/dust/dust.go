// Package dust is work whose memory is free again at once.
package dust

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"log"
	"regexp"
	"sort"
	"strings"
	"time"

	"go.causeway.example/quay/boot"
)

var field = regexp.MustCompile(`(\w+)=(\d+)`)

// Lines reads lines of a log with an expression and sorts what it found, perSecond batches.
func Lines(ctx context.Context, perSecond int) {
	boot.Every(ctx, time.Second/time.Duration(perSecond), func(n int) {
		var text strings.Builder
		for i := 0; i < 20; i++ {
			fmt.Fprintf(&text, "request=%d took=%d status=%d\n", n+i, n*i%977, 200+i%5)
		}
		found := field.FindAllString(text.String(), -1)
		sort.Strings(found)
	})
}

// Parcels writes tables and packs them, perSecond of them.
func Parcels(ctx context.Context, perSecond int) {
	packer := gzip.NewWriter(io.Discard)
	boot.Every(ctx, time.Second/time.Duration(perSecond), func(n int) {
		var table bytes.Buffer
		w := csv.NewWriter(&table)
		for i := 0; i < 30; i++ {
			_ = w.Write([]string{fmt.Sprint(n), fmt.Sprint(i * n), "of the day"})
		}
		w.Flush()
		packer.Reset(io.Discard)
		if _, err := packer.Write(table.Bytes()); err != nil {
			log.Print(err)
		}
	})
}

var last [4][]byte

// Blocks reads blocks of 256 KB into buffers that are new each time, mbPerSecond megabytes of them.
func Blocks(ctx context.Context, mbPerSecond int) {
	boot.Every(ctx, time.Second/time.Duration(4*mbPerSecond), func(n int) {
		block := make([]byte, 256<<10)
		for i := 0; i < len(block); i += 512 {
			block[i] = byte(n + i)
		}
		last[n%len(last)] = block
	})
}
