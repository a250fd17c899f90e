// Package rates asks the tax office.
package rates

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// Client asks one office.
type Client struct {
	base string
	http *http.Client
}

// NewClient asks at base.
func NewClient(base string) *Client { return &Client{base: base, http: &http.Client{}} }

func (c *Client) get(ctx context.Context, district int) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/district/"+strconv.Itoa(district), nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(request)
}

// Rate returns the rate of a district.
func (c *Client) Rate(ctx context.Context, district int) (float64, error) {
	answer, err := c.get(ctx, district)
	if err != nil {
		return 0, err
	}
	if answer.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("district %d: %s", district, answer.Status)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(strings.TrimSpace(string(text)), 64)
}
