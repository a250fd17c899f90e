// Package results reads rows.
package results

import "context"

// Rows are closed by their reader.
type Rows struct {
	cancel context.CancelFunc
	left   int
}

func (r *Rows) start(ctx context.Context) {
	ctx, r.cancel = context.WithCancel(ctx)
	go r.watch(ctx)
}

func (r *Rows) watch(ctx context.Context) {
	<-ctx.Done()
	r.Close()
}

// Next says whether there is another.
func (r *Rows) Next() bool {
	r.left--
	if r.left < 0 {
		r.Close()
		return false
	}
	return true
}

// Close ends them.
func (r *Rows) Close() { r.cancel() }

// Pool queries.
type Pool struct{ queries int }

// Query asks for rows.
func (p *Pool) Query(ctx context.Context) *Rows {
	p.queries++
	r := &Rows{left: 5}
	r.start(ctx)
	return r
}

// Run reads one row.
func Run(int) {
	p := &Pool{}
	r := p.Query(context.Background())
	r.Next()
}
