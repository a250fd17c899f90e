// Package spray is work whose memory is free again at once.
package spray

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"hash/fnv"
	"log"
	"strings"
	"text/template"
	"time"

	"go.causeway.example/quay/boot"
)

type line struct {
	Item  string  `json:"item" xml:"item"`
	Count int     `json:"count" xml:"count"`
	Price float64 `json:"price" xml:"price"`
}

type order struct {
	Number int    `json:"number" xml:"number"`
	Lines  []line `json:"lines" xml:"line"`
}

func sample(n int) order {
	o := order{Number: n}
	for i := 0; i < 12; i++ {
		o.Lines = append(o.Lines, line{Item: fmt.Sprintf("item-%d", n*i%977), Count: i, Price: float64(n%100) / 4})
	}
	return o
}

// Orders writes and reads orders, perSecond of them.
func Orders(ctx context.Context, perSecond int) {
	boot.Every(ctx, time.Second/time.Duration(perSecond), func(n int) {
		text, err := json.Marshal(sample(n))
		if err == nil {
			var back order
			err = json.Unmarshal(text, &back)
		}
		if err != nil {
			log.Print(err)
		}
	})
}

// Manifests writes XML, perSecond pieces.
func Manifests(ctx context.Context, perSecond int) {
	boot.Every(ctx, time.Second/time.Duration(perSecond), func(n int) {
		text, err := xml.Marshal(sample(n))
		if err != nil {
			log.Print(err)
			return
		}
		sum := fnv.New64a()
		_, _ = sum.Write(text)
	})
}

// Pages fills a template, perSecond times.
func Pages(ctx context.Context, perSecond int) {
	page := template.Must(template.New("page").Parse("<h1>{{.Number}}</h1>{{range .Lines}}<p>{{.Item}}: {{.Count}}</p>{{end}}"))
	boot.Every(ctx, time.Second/time.Duration(perSecond), func(n int) {
		var out bytes.Buffer
		if err := page.Execute(&out, sample(n)); err != nil {
			log.Print(err)
		}
		_ = strings.Fields(out.String())
	})
}
