// Package burn is work whose memory is free as soon as it is done.
package burn

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/csv"
	"io"
	"log"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"time"

	"go.causeway.example/quay/boot"
)

// Packs packs and unpacks texts, perSecond of them.
func Packs(ctx context.Context, perSecond int) {
	boot.Every(ctx, time.Second/time.Duration(perSecond), func(n int) {
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		_, _ = io.WriteString(w, strings.Repeat("a line of a letter, number "+strconv.Itoa(n)+"\n", 60))
		_ = w.Close()
		r, err := gzip.NewReader(&packed)
		if err == nil {
			_, err = io.ReadAll(r)
		}
		if err != nil {
			log.Print(err)
		}
	})
}

// Lists writes and reads lists of rows, perSecond of them.
func Lists(ctx context.Context, perSecond int) {
	boot.Every(ctx, time.Second/time.Duration(perSecond), func(n int) {
		var sheet bytes.Buffer
		w := csv.NewWriter(&sheet)
		for i := 0; i < 30; i++ {
			_ = w.Write([]string{strconv.Itoa(n), strconv.Itoa(i * n), "a row as it was found", strings.Repeat("x", i)})
		}
		w.Flush()
		if _, err := csv.NewReader(&sheet).ReadAll(); err != nil {
			log.Print(err)
		}
	})
}

var digits = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// Sums looks for numbers in texts and adds them, perSecond times.
func Sums(ctx context.Context, perSecond int) {
	boot.Every(ctx, time.Second/time.Duration(perSecond), func(n int) {
		text := strings.Repeat("paid 12.50 to number "+strconv.Itoa(n)+" and 7 more; ", 25)
		sum := new(big.Rat)
		for _, word := range digits.FindAllString(text, -1) {
			if part, ok := new(big.Rat).SetString(word); ok {
				sum.Add(sum, part)
			}
		}
		_ = base64.StdEncoding.EncodeToString([]byte(sum.FloatString(4)))
	})
}
