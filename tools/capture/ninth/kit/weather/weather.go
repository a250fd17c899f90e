// Package weather is work that leaves nothing behind: digests, squeezed pages, sorted words, parsed addresses.
package weather

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/sha1"
	"encoding/base64"
	"encoding/json"
	"io"
	"log"
	"net/url"
	"sort"
	"strconv"
	"strings"
	"time"

	"go.northlight.example/works/proc"
)

const turns = 10 // a second

// Gusts makes about kb kilobytes a second of parsed addresses and sorted words.
func Gusts(ctx context.Context, kb int) {
	proc.Tick(ctx, time.Second/turns, func(n int) {
		for made := 0; made < kb<<10/turns; made += 4 << 10 {
			gust(n + made)
		}
	})
}

func gust(n int) {
	query := make([]string, 0, 16)
	for i := 0; i < 16; i++ {
		query = append(query, "k"+strconv.Itoa(i)+"="+strconv.Itoa(n*i%89))
	}
	address, err := url.Parse("https://host.example/path?" + strings.Join(query, "&"))
	if err != nil {
		log.Print(err)
		return
	}
	words := make([]string, 0, 16)
	for key, values := range address.Query() {
		words = append(words, key+strings.Join(values, "+"))
	}
	sort.Strings(words)
}

// Drizzle squeezes and digests a page every period.
func Drizzle(ctx context.Context, period time.Duration) {
	page := []byte(strings.Repeat("status=ok host=alpha took=12ms\n", 300))
	proc.Tick(ctx, period, func(int) {
		var out bytes.Buffer
		w, err := flate.NewWriter(&out, flate.BestSpeed)
		if err != nil {
			log.Print(err)
			return
		}
		if _, err := w.Write(page); err != nil {
			log.Print(err)
		}
		if err := w.Close(); err != nil {
			log.Print(err)
		}
		if _, err := io.Copy(io.Discard, flate.NewReader(&out)); err != nil {
			log.Print(err)
		}
		digest := sha1.Sum(page)
		_ = base64.StdEncoding.EncodeToString(digest[:])
	})
}

type record struct {
	ID     int                `json:"id"`
	Labels map[string]string  `json:"labels"`
	Values map[string]float64 `json:"values"`
}

// Showers passes about kb kilobytes of records a second through JSON.
func Showers(ctx context.Context, kb int) {
	proc.Tick(ctx, time.Second/turns, func(n int) {
		for made := 0; made < kb<<10/turns; made += 5 << 10 {
			r := record{ID: n, Labels: map[string]string{"zone": "b", "rack": strconv.Itoa(n)}, Values: map[string]float64{"p50": 1.5, "p99": 9.25}}
			text, err := json.Marshal([]record{r, r, r})
			if err != nil {
				log.Print(err)
				return
			}
			var back []record
			if err := json.Unmarshal(text, &back); err != nil {
				log.Print(err)
			}
		}
	})
}
