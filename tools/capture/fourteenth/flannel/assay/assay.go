// Package assay asks the office how fine a piece is.
package assay

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"

	"go.drapery.example/loom/start"

	"git.hallmark.example/api/flannel/again"
)

// Office is where it is asked.
type Office struct {
	base   string
	client *http.Client
}

// New asks at base.
func New(base string) *Office {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 8
	return &Office{base: base, client: &http.Client{Transport: &again.Transport{Base: transport, Most: 4}}}
}

// Fine is how fine piece n is.
func (o *Office) Fine(ctx context.Context, n int) (int, error) {
	question, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/pieces/%d", o.base, n), nil)
	if err != nil {
		return 0, err
	}
	answer, err := o.client.Do(question)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	var mark struct{ Fine int }
	if err := json.NewDecoder(answer.Body).Decode(&mark); err != nil {
		return 0, err
	}
	return mark.Fine, nil
}

// Pieces are assayed, perSecond of them.
func Pieces(ctx context.Context, o *Office, perSecond float64) {
	start.Beat(ctx, perSecond, func(n int) {
		if _, err := o.Fine(ctx, n); err != nil {
			log.Print(err)
		}
	})
}
