// Package price reads prices.
package price

import "context"

type key struct{}

// request is what a price is asked by.
type request struct {
	article int
	shop    [96]uint32
}

// With says which article is meant.
func With(ctx context.Context, article int) context.Context {
	return context.WithValue(ctx, key{}, &request{article: article})
}

// Read returns the price.
func Read(ctx context.Context) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	r := ctx.Value(key{}).(*request)
	return r.article%997 + int(r.shop[r.article%96]), nil
}
