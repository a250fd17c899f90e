// Package mill makes allocations that do not stay: encoded records, squeezed text, big numbers.
package mill

import (
	"bytes"
	"compress/gzip"
	"encoding/gob"
	"encoding/json"
	"io"
	"log"
	"math/big"
	"strings"
	"time"
)

const pause = 200 * time.Millisecond

type record struct {
	Name   string
	Values []float64
	Labels map[string]string
}

// Records encodes and decodes about kb kilobytes of gob and JSON a second.
func Records(kb int) {
	go func() {
		for {
			for made := 0; made < kb<<10/5; made += 12 << 10 {
				if err := passRecord(); err != nil {
					log.Print(err)
				}
			}
			time.Sleep(pause)
		}
	}()
}

func passRecord() error {
	var wire bytes.Buffer
	r := record{Name: "sample", Values: make([]float64, 64), Labels: map[string]string{"zone": "a", "rack": "7"}}
	if err := gob.NewEncoder(&wire).Encode(r); err != nil {
		return err
	}
	var back record
	if err := gob.NewDecoder(&wire).Decode(&back); err != nil {
		return err
	}
	_, err := json.Marshal(back)
	return err
}

// Text squeezes and unsqueezes a page every period.
func Text(period time.Duration) {
	page := strings.Repeat("the quick brown fox jumps over the lazy dog. ", 400)
	go func() {
		for {
			time.Sleep(period)
			var squeezed bytes.Buffer
			w := gzip.NewWriter(&squeezed)
			if _, err := io.WriteString(w, page); err != nil {
				log.Print(err)
			}
			if err := w.Close(); err != nil {
				log.Print(err)
			}
			r, err := gzip.NewReader(&squeezed)
			if err != nil {
				log.Print(err)
				continue
			}
			if _, err := io.ReadAll(r); err != nil {
				log.Print(err)
			}
		}
	}()
}

// Numbers multiplies until the product has so many bits, every period.
func Numbers(bits int, period time.Duration) {
	go func() {
		for seed := int64(3); ; seed += 2 {
			time.Sleep(period)
			product, factor := big.NewInt(1), big.NewInt(seed)
			for product.BitLen() < bits {
				product = new(big.Int).Mul(product, factor)
			}
		}
	}()
}
