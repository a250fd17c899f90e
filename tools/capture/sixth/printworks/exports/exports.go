// Package exports writes documents.
package exports

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"log"
	"math/rand"
	"strings"
	"time"
)

var article = strings.Repeat("an article from the catalogue, ", 7)

// Printer takes a document.
type Printer interface {
	Print(ctx context.Context, document io.Reader) error
}

// Start begins with one export after the other until n are at work; each is followed by another.
func Start(ctx context.Context, p Printer, n int) {
	go func() {
		for i := 0; i < n; i++ {
			time.Sleep(330 * time.Millisecond)
			go repeat(ctx, p, rand.New(rand.NewSource(int64(i))))
		}
	}()
}

func repeat(ctx context.Context, p Printer, rng *rand.Rand) {
	for ctx.Err() == nil {
		if err := export(ctx, p, 10000+rng.Intn(10000)); err != nil {
			log.Print(err)
			time.Sleep(2 * time.Second)
		}
		time.Sleep(time.Duration(rng.Intn(800)) * time.Millisecond)
	}
}

func export(ctx context.Context, p Printer, rows int) error {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Minute)
	defer cancel()
	r, w := io.Pipe()
	defer r.Close()
	go func() { w.CloseWithError(write(w, rows)) }()
	return p.Print(ctx, r)
}

func write(w io.Writer, rows int) error {
	sheet := csv.NewWriter(w)
	for i := 0; i < rows; i++ {
		if err := sheet.Write([]string{fmt.Sprint("row ", i), article, fmt.Sprint(i * 17 % 991)}); err != nil {
			return err
		}
	}
	sheet.Flush()
	return sheet.Error()
}
