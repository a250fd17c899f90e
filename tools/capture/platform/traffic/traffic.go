// Package traffic is the short-lived allocation of ordinary work: nothing of it is kept.
package traffic

import (
	"bytes"
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"example.org/platform/jobs"
)

// Line is one position of an invoice.
type Line struct {
	SKU      string            `json:"sku"`
	Quantity int               `json:"quantity"`
	Tags     map[string]string `json:"tags"`
}

const perSecond = 20

// Documents encodes and decodes about kb kilobytes of documents a second.
func Documents(ctx context.Context, kb int) {
	jobs.Every(ctx, time.Second/perSecond, func(n int) {
		for done := 0; done < kb<<10/perSecond; done += 6 << 10 { // one round trip allocates about 6 KB
			roundTrip(n)
		}
	})
}

func roundTrip(n int) {
	lines := make([]Line, 8)
	for i := range lines {
		lines[i] = Line{SKU: "sku-" + strconv.Itoa(n*8+i), Quantity: i, Tags: map[string]string{"lot": strconv.Itoa(n)}}
	}
	text, err := json.Marshal(lines)
	if err != nil {
		panic(err)
	}
	var back []Line
	if err := json.Unmarshal(text, &back); err != nil {
		panic(err)
	}
}

// Buffers fills and drops about kb kilobytes of buffers a second.
func Buffers(ctx context.Context, kb int) {
	jobs.Every(ctx, time.Second/perSecond, func(int) {
		var page bytes.Buffer
		for page.Len() < kb<<10/perSecond/3 { // a growing buffer allocates about three times its final size
			page.WriteString("GET /index.html 200 17ms\n")
		}
	})
}

// Text joins and splits about kb kilobytes of text a second.
func Text(ctx context.Context, kb int) {
	jobs.Every(ctx, time.Second/perSecond, func(n int) {
		for done := 0; done < kb<<10/perSecond; done += 4 << 10 {
			_ = strings.Fields(strings.Repeat("alpha beta gamma "+strconv.Itoa(n)+" ", 60))
		}
	})
}
