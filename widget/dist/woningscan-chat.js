/* woningscan-chat, EUPL-1.2. Contains Lit, BSD-3-Clause. */
"use strict";(()=>{var p=[{label:"Alarmnummer, bij gevaar nu",value:"112",url:"tel:112"},{label:"Politie, geen spoed",value:"0900-8844",url:"tel:09008844"},{label:"Ondersteuningsteam Weerbaar Bestuur, dag en nacht",value:"070-373 83 14",url:"tel:+31703738314"},{label:"CCV, secretariaat Lokale Veiligheid",value:"030 751 67 99",url:"tel:+31307516799"},{label:"CCV, secretariaat Lokale Veiligheid, per mail",value:"wvb@hetccv.nl",url:"mailto:wvb@hetccv.nl"},{label:"Meer over de woningscan",value:"hetccv.nl/woningscan",url:"https://www.hetccv.nl/woningscan"},{label:"Meld Misdaad Anoniem, voor een tip zonder naam",value:"0800-7000",url:"tel:08007000"},{label:"113 Zelfmoordpreventie, dag en nacht",value:"113",url:"tel:113"},{label:"Weerbericht (waar 'Snel weg' heen gaat)",value:"knmi.nl",url:"https://www.knmi.nl"},{label:"Update-Check van de overheid",value:"doejeupdates.nl",url:"https://doejeupdates.nl"}];var h=[{label:"Alarmnummer, bij gevaar nu",value:"112",url:"tel:112"},{label:"Politie, geen spoed",value:"0900-8844",url:"tel:09008844"},{label:"Ondersteuningsteam Weerbaar Bestuur, dag en nacht",value:"070-373 83 14",url:"tel:+31703738314"}];var Z=globalThis,Q=Z.ShadowRoot&&(Z.ShadyCSS===void 0||Z.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Ae=Symbol(),Be=new WeakMap,D=class{constructor(e,t,s){if(this._$cssResult$=!0,s!==Ae)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(Q&&e===void 0){let s=t!==void 0&&t.length===1;s&&(e=Be.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),s&&Be.set(t,e))}return e}toString(){return this.cssText}},qe=r=>new D(typeof r=="string"?r:r+"",void 0,Ae),b=(r,...e)=>{let t=r.length===1?r[0]:e.reduce((s,i,n)=>s+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+r[n+1],r[0]);return new D(t,r,Ae)},Ke=(r,e)=>{if(Q)r.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let s=document.createElement("style"),i=Z.litNonce;i!==void 0&&s.setAttribute("nonce",i),s.textContent=t.cssText,r.appendChild(s)}},ke=Q?r=>r:r=>r instanceof CSSStyleSheet?(e=>{let t="";for(let s of e.cssRules)t+=s.cssText;return qe(t)})(r):r;var{is:Jt,defineProperty:Zt,getOwnPropertyDescriptor:Qt,getOwnPropertyNames:Xt,getOwnPropertySymbols:er,getPrototypeOf:tr}=Object,X=globalThis,We=X.trustedTypes,rr=We?We.emptyScript:"",sr=X.reactiveElementPolyfillSupport,z=(r,e)=>r,Ee={toAttribute(r,e){switch(e){case Boolean:r=r?rr:null;break;case Object:case Array:r=r==null?r:JSON.stringify(r)}return r},fromAttribute(r,e){let t=r;switch(e){case Boolean:t=r!==null;break;case Number:t=r===null?null:Number(r);break;case Object:case Array:try{t=JSON.parse(r)}catch{t=null}}return t}},Ge=(r,e)=>!Jt(r,e),Fe={attribute:!0,type:String,converter:Ee,reflect:!1,useDefault:!1,hasChanged:Ge};Symbol.metadata??=Symbol("metadata"),X.litPropertyMetadata??=new WeakMap;var A=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=Fe){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let s=Symbol(),i=this.getPropertyDescriptor(e,s,t);i!==void 0&&Zt(this.prototype,e,i)}}static getPropertyDescriptor(e,t,s){let{get:i,set:n}=Qt(this.prototype,e)??{get(){return this[t]},set(o){this[t]=o}};return{get:i,set(o){let l=i?.call(this);n?.call(this,o),this.requestUpdate(e,l,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Fe}static _$Ei(){if(this.hasOwnProperty(z("elementProperties")))return;let e=tr(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(z("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(z("properties"))){let t=this.properties,s=[...Xt(t),...er(t)];for(let i of s)this.createProperty(i,t[i])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[s,i]of t)this.elementProperties.set(s,i)}this._$Eh=new Map;for(let[t,s]of this.elementProperties){let i=this._$Eu(t,s);i!==void 0&&this._$Eh.set(i,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let s=new Set(e.flat(1/0).reverse());for(let i of s)t.unshift(ke(i))}else e!==void 0&&t.push(ke(e));return t}static _$Eu(e,t){let s=t.attribute;return s===!1?void 0:typeof s=="string"?s:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let s of t.keys())this.hasOwnProperty(s)&&(e.set(s,this[s]),delete this[s]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ke(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,s){this._$AK(e,s)}_$ET(e,t){let s=this.constructor.elementProperties.get(e),i=this.constructor._$Eu(e,s);if(i!==void 0&&s.reflect===!0){let n=(s.converter?.toAttribute!==void 0?s.converter:Ee).toAttribute(t,s.type);this._$Em=e,n==null?this.removeAttribute(i):this.setAttribute(i,n),this._$Em=null}}_$AK(e,t){let s=this.constructor,i=s._$Eh.get(e);if(i!==void 0&&this._$Em!==i){let n=s.getPropertyOptions(i),o=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:Ee;this._$Em=i;let l=o.fromAttribute(t,n.type);this[i]=l??this._$Ej?.get(i)??l,this._$Em=null}}requestUpdate(e,t,s,i=!1,n){if(e!==void 0){let o=this.constructor;if(i===!1&&(n=this[e]),s??=o.getPropertyOptions(e),!((s.hasChanged??Ge)(n,t)||s.useDefault&&s.reflect&&n===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,s))))return;this.C(e,t,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:s,reflect:i,wrapped:n},o){s&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??t??this[e]),n!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||s||(t=void 0),this._$AL.set(e,t)),i===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[i,n]of this._$Ep)this[i]=n;this._$Ep=void 0}let s=this.constructor.elementProperties;if(s.size>0)for(let[i,n]of s){let{wrapped:o}=n,l=this[i];o!==!0||this._$AL.has(i)||l===void 0||this.C(i,void 0,n,l)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(s=>s.hostUpdate?.()),this.update(t)):this._$EM()}catch(s){throw e=!1,this._$EM(),s}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};A.elementStyles=[],A.shadowRootOptions={mode:"open"},A[z("elementProperties")]=new Map,A[z("finalized")]=new Map,sr?.({ReactiveElement:A}),(X.reactiveElementVersions??=[]).push("2.1.2");var Ce=globalThis,Ye=r=>r,ee=Ce.trustedTypes,Je=ee?ee.createPolicy("lit-html",{createHTML:r=>r}):void 0,Te="$lit$",k=`lit$${Math.random().toFixed(9).slice(2)}$`,Re="?"+k,ir=`<${Re}>`,M=document,q=()=>M.createComment(""),K=r=>r===null||typeof r!="object"&&typeof r!="function",Pe=Array.isArray,rt=r=>Pe(r)||typeof r?.[Symbol.iterator]=="function",Se=`[ 	
\f\r]`,B=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ze=/-->/g,Qe=/>/g,R=RegExp(`>|${Se}(?:([^\\s"'>=/]+)(${Se}*=${Se}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Xe=/'/g,et=/"/g,st=/^(?:script|style|textarea|title)$/i,Me=r=>(e,...t)=>({_$litType$:r,strings:e,values:t}),u=Me(1),it=Me(2),zr=Me(3),E=Symbol.for("lit-noChange"),m=Symbol.for("lit-nothing"),tt=new WeakMap,P=M.createTreeWalker(M,129);function nt(r,e){if(!Pe(r)||!r.hasOwnProperty("raw"))throw Error("invalid template strings array");return Je!==void 0?Je.createHTML(e):e}var ot=(r,e)=>{let t=r.length-1,s=[],i,n=e===2?"<svg>":e===3?"<math>":"",o=B;for(let l=0;l<t;l++){let a=r[l],g,y,c=-1,v=0;for(;v<a.length&&(o.lastIndex=v,y=o.exec(a),y!==null);)v=o.lastIndex,o===B?y[1]==="!--"?o=Ze:y[1]!==void 0?o=Qe:y[2]!==void 0?(st.test(y[2])&&(i=RegExp("</"+y[2],"g")),o=R):y[3]!==void 0&&(o=R):o===R?y[0]===">"?(o=i??B,c=-1):y[1]===void 0?c=-2:(c=o.lastIndex-y[2].length,g=y[1],o=y[3]===void 0?R:y[3]==='"'?et:Xe):o===et||o===Xe?o=R:o===Ze||o===Qe?o=B:(o=R,i=void 0);let f=o===R&&r[l+1].startsWith("/>")?" ":"";n+=o===B?a+ir:c>=0?(s.push(g),a.slice(0,c)+Te+a.slice(c)+k+f):a+k+(c===-2?l:f)}return[nt(r,n+(r[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),s]},W=class r{constructor({strings:e,_$litType$:t},s){let i;this.parts=[];let n=0,o=0,l=e.length-1,a=this.parts,[g,y]=ot(e,t);if(this.el=r.createElement(g,s),P.currentNode=this.el.content,t===2||t===3){let c=this.el.content.firstChild;c.replaceWith(...c.childNodes)}for(;(i=P.nextNode())!==null&&a.length<l;){if(i.nodeType===1){if(i.hasAttributes())for(let c of i.getAttributeNames())if(c.endsWith(Te)){let v=y[o++],f=i.getAttribute(c).split(k),w=/([.?@])?(.*)/.exec(v);a.push({type:1,index:n,name:w[2],strings:f,ctor:w[1]==="."?re:w[1]==="?"?se:w[1]==="@"?ie:L}),i.removeAttribute(c)}else c.startsWith(k)&&(a.push({type:6,index:n}),i.removeAttribute(c));if(st.test(i.tagName)){let c=i.textContent.split(k),v=c.length-1;if(v>0){i.textContent=ee?ee.emptyScript:"";for(let f=0;f<v;f++)i.append(c[f],q()),P.nextNode(),a.push({type:2,index:++n});i.append(c[v],q())}}}else if(i.nodeType===8)if(i.data===Re)a.push({type:2,index:n});else{let c=-1;for(;(c=i.data.indexOf(k,c+1))!==-1;)a.push({type:7,index:n}),c+=k.length-1}n++}}static createElement(e,t){let s=M.createElement("template");return s.innerHTML=e,s}};function H(r,e,t=r,s){if(e===E)return e;let i=s!==void 0?t._$Co?.[s]:t._$Cl,n=K(e)?void 0:e._$litDirective$;return i?.constructor!==n&&(i?._$AO?.(!1),n===void 0?i=void 0:(i=new n(r),i._$AT(r,t,s)),s!==void 0?(t._$Co??=[])[s]=i:t._$Cl=i),i!==void 0&&(e=H(r,i._$AS(r,e.values),i,s)),e}var te=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:s}=this._$AD,i=(e?.creationScope??M).importNode(t,!0);P.currentNode=i;let n=P.nextNode(),o=0,l=0,a=s[0];for(;a!==void 0;){if(o===a.index){let g;a.type===2?g=new O(n,n.nextSibling,this,e):a.type===1?g=new a.ctor(n,a.name,a.strings,this,e):a.type===6&&(g=new ne(n,this,e)),this._$AV.push(g),a=s[++l]}o!==a?.index&&(n=P.nextNode(),o++)}return P.currentNode=M,i}p(e){let t=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(e,s,t),t+=s.strings.length-2):s._$AI(e[t])),t++}},O=class r{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,s,i){this.type=2,this._$AH=m,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=s,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=H(this,e,t),K(e)?e===m||e==null||e===""?(this._$AH!==m&&this._$AR(),this._$AH=m):e!==this._$AH&&e!==E&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):rt(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==m&&K(this._$AH)?this._$AA.nextSibling.data=e:this.T(M.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:s}=e,i=typeof s=="number"?this._$AC(e):(s.el===void 0&&(s.el=W.createElement(nt(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===i)this._$AH.p(t);else{let n=new te(i,this),o=n.u(this.options);n.p(t),this.T(o),this._$AH=n}}_$AC(e){let t=tt.get(e.strings);return t===void 0&&tt.set(e.strings,t=new W(e)),t}k(e){Pe(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,s,i=0;for(let n of e)i===t.length?t.push(s=new r(this.O(q()),this.O(q()),this,this.options)):s=t[i],s._$AI(n),i++;i<t.length&&(this._$AR(s&&s._$AB.nextSibling,i),t.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let s=Ye(e).nextSibling;Ye(e).remove(),e=s}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},L=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,s,i,n){this.type=1,this._$AH=m,this._$AN=void 0,this.element=e,this.name=t,this._$AM=i,this.options=n,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=m}_$AI(e,t=this,s,i){let n=this.strings,o=!1;if(n===void 0)e=H(this,e,t,0),o=!K(e)||e!==this._$AH&&e!==E,o&&(this._$AH=e);else{let l=e,a,g;for(e=n[0],a=0;a<n.length-1;a++)g=H(this,l[s+a],t,a),g===E&&(g=this._$AH[a]),o||=!K(g)||g!==this._$AH[a],g===m?e=m:e!==m&&(e+=(g??"")+n[a+1]),this._$AH[a]=g}o&&!i&&this.j(e)}j(e){e===m?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},re=class extends L{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===m?void 0:e}},se=class extends L{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==m)}},ie=class extends L{constructor(e,t,s,i,n){super(e,t,s,i,n),this.type=5}_$AI(e,t=this){if((e=H(this,e,t,0)??m)===E)return;let s=this._$AH,i=e===m&&s!==m||e.capture!==s.capture||e.once!==s.once||e.passive!==s.passive,n=e!==m&&(s===m||i);i&&this.element.removeEventListener(this.name,this,s),n&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},ne=class{constructor(e,t,s){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(e){H(this,e)}},at={M:Te,P:k,A:Re,C:1,L:ot,R:te,D:rt,V:H,I:O,H:L,N:se,U:ie,B:re,F:ne},nr=Ce.litHtmlPolyfillSupport;nr?.(W,O),(Ce.litHtmlVersions??=[]).push("3.3.3");var lt=(r,e,t)=>{let s=t?.renderBefore??e,i=s._$litPart$;if(i===void 0){let n=t?.renderBefore??null;s._$litPart$=i=new O(e.insertBefore(q(),n),n,void 0,t??{})}return i._$AI(r),i};var He=globalThis,S=class extends A{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=lt(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return E}};S._$litElement$=!0,S.finalized=!0,He.litElementHydrateSupport?.({LitElement:S});var or=He.litElementPolyfillSupport;or?.({LitElement:S});(He.litElementVersions??=[]).push("4.2.2");var Le=class extends Error{};function x(r){return typeof r=="object"&&r!==null?r:{}}function $(r){return typeof r=="string"?F(r):""}function F(r){return r.replace(/[^\P{C}\n]/gu,"")}function U(r){let e=x(r).replies;if(!Array.isArray(e))throw new Le("no replies");return e.map(ar)}function ar(r){let{id:e,parts:t,choices:s,tools:i}=x(r);return{id:$(e),parts:Oe(t).flatMap(lr),choices:dt(s),tools:dt(i)}}function dt(r){return Oe(r).map(x).filter(e=>typeof e.id=="string"&&$(e.label)!=="").map(e=>({id:String(e.id),label:$(e.label)}))}function lr(r){let e=x(r),t=$(e.text);switch(e.kind){case"list":return[{kind:"list",items:Oe(e.items).map($),ordered:e.ordered===!0}];case"link":return[{kind:"link",label:$(e.label),url:$(e.url)}];case"notice":return[{kind:"notice",tone:e.tone==="emergency"?"emergency":"info",text:t}];case"progress":return[{kind:"progress",number:Number(e.number)||0,total:Number(e.total)||0,theme:$(e.theme),title:$(e.title)}];default:return t===""?[]:[{kind:"text",text:t}]}}function Oe(r){return Array.isArray(r)?r:[]}var dr=3e4,N=class extends Error{constructor(t,s){super(s);this.status=t}},oe=class{constructor(e){this.server=e}async open(){let e=await this.#e("POST","conversations");return{token:$(x(e).conversation),replies:U(e)}}async send(e,{messageId:t,choice:s,label:i}){let n=s===void 0?{text:i}:{choice:s};return U(await this.#e("POST","messages",e,{message_id:t,...n}))}async last(e){return U(await this.#e("GET","conversation",e))}async erase(e){await this.#e("DELETE","conversation",e)}async#e(e,t,s,i){let n={};s!==void 0&&(n.authorization=`Bearer ${s}`),i!==void 0&&(n["content-type"]="application/json");let o=await fetch(`${this.server}/api/v1/${t}`,{method:e,headers:n,body:i===void 0?null:JSON.stringify(i),cache:"no-store",credentials:"omit",redirect:"error",referrerPolicy:"no-referrer",keepalive:e==="DELETE",signal:AbortSignal.timeout(dr)});if(o.status===204)return null;let l=await o.json().catch(()=>null);if(!o.ok)throw new N(o.status,$(x(l).melding));return l}};function ct(){let r=crypto.getRandomValues(new Uint8Array(16));return r[6]=(r[6]??0)&15|64,r[8]=(r[8]??0)&63|128,Array.from(r,t=>t.toString(16).padStart(2,"0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/,"$1-$2-$3-$4-")}function ae(r,...e){r&&setTimeout(()=>{for(let t of e.filter(s=>s!=="")){let s=document.createElement("p");s.textContent=t,r.append(s),setTimeout(()=>s.remove(),15e3)}},200)}function cr(r,e){return getComputedStyle(e).overflowY==="visible"?r:e}function Ue(r){let e=r.querySelector("dialog"),t=r.querySelector(".middle"),s=[...r.querySelectorAll(".messages > .visitor")].at(-1);if(!e||!t||!s)return;let i=cr(e,t),n=s.getBoundingClientRect().top-i.getBoundingClientRect().top,o=matchMedia("(prefers-reduced-motion: reduce)").matches,l=parseFloat(getComputedStyle(i).scrollPaddingTop)||8;i.scrollTo({top:i.scrollTop+n-l,behavior:o?"auto":"smooth"})}function pt(r){let e=r.querySelector(".choices"),t=[...r.querySelectorAll(".messages > .assistant[tabindex]")].at(-1);(e??t)?.focus({preventScroll:!0})}function le(r){let e=r.map(t=>t.who==="visitor"&&!t.pending).lastIndexOf(!0);return r.slice(e+1).flatMap(t=>t.who==="assistant"?[t.reply]:[])}function V(r){return r.find(e=>e.who==="visitor"&&e.pending)}function G(r){return r.filter(e=>e.choices.length>0).at(-1)}function Y(r){return r.parts.filter(e=>e.kind==="text").at(-1)}function ht(r,e){let t=G(r),s=r.flatMap(n=>n===t?n.tools:[...n.choices,...n.tools]),i=new Set([e,...(t?.choices??[]).map(n=>n.id)]);return s.filter(({id:n})=>!i.has(n)&&i.add(n))}function ut(r){return r.flatMap(e=>e.parts.filter(t=>t.kind==="progress")).at(-1)}function mt(r,e){let t=Y(r);return r.parts.filter(s=>!(e&&s===t)).map(s=>s.kind==="list"?s.items.join(" "):s.kind==="link"?s.label:s.kind==="progress"?s.title:s.text).join(" ")}var de=class{constructor(e){this.host=e;e.addController(this)}#e=null;#t=!1;#r="";hostUpdate(){this.#e=this.host.shadowRoot?.activeElement??null}hostUpdated(){let e=this.host.shadowRoot;!e||this.#e?.isConnected!==!1||(this.#t=!0,pt(e))}greet(e){ae(this.#i("#first-news"),e)}async tell(e){await this.host.updateComplete,this.host.shadowRoot&&Ue(this.host.shadowRoot);let t=this.#t?G(e):void 0;this.#t=!1,ae(this.#i("#news"),...e.map(s=>mt(s,s===t)))}tellStatus(e){e&&e!==this.#r&&(ae(this.#i("#news"),e),this.host.shadowRoot&&Ue(this.host.shadowRoot)),this.#r=e}#i(e){return this.host.shadowRoot?.querySelector(e)??null}};var ce=h,pe="https://www.knmi.nl",ft=new Map(p.map(r=>[r.value,r.url])),pr=[...ft.keys()].sort((r,e)=>e.length-r.length).map(r=>r.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")),hr=new RegExp(`(?<![\\w.-])(${pr.join("|")})(?![\\w-])`);function gt(r){return r.split(hr).filter(e=>e!=="").map(e=>{let t=ft.get(e);return t?{text:e,url:t}:{text:e}})}var Ne="woningscan-chat";function vt(r){Ve(()=>sessionStorage.setItem(Ne,JSON.stringify(r)))}function yt(){Ve(()=>sessionStorage.removeItem(Ne))}function wt(r){return Ve(()=>{let e=x(JSON.parse(sessionStorage.getItem(Ne)??"null"));if(!(e.server!==r||typeof e.token!="string"||!Array.isArray(e.items)))return{server:r,token:e.token,open:e.open===!0,items:e.items.flatMap(ur)}})}function ur(r){let{who:e,messageId:t,label:s,choice:i,pending:n,reply:o}=x(r);if(e==="assistant")return U({replies:[o]}).map(a=>({who:"assistant",reply:a}));if(typeof t!="string"||typeof s!="string")return[];let l={who:"visitor",messageId:t,label:n===!0?s:F(s),pending:n===!0};return[typeof i=="string"?{...l,choice:i}:l]}function Ve(r){try{return r()}catch{return}}var ue=class{constructor(e){this.server=e;this.items=[];this.token="";this.open=!1;this.#e=!1;let t=wt(e);t&&({items:this.items,token:this.token,open:this.open}=t)}#e;get pending(){return V(this.items)}begun(e,t){this.token=e,this.#t([...t.map(he),...this.items])}add(e,t){let s={who:"visitor",messageId:ct(),label:e,pending:!0};this.#t([...this.items,t===void 0?s:{...s,choice:t}])}answered(e,t){let s=this.items.indexOf(e);if(s<0)return!1;let i={...e,pending:!1};return this.#t([...this.items.slice(0,s),i,...t.map(he),...this.items.slice(s+1)]),!0}caughtUp(e){return JSON.stringify(e)===JSON.stringify(le(this.items))?!1:(this.#t([...this.items,...e.map(he)]),!0)}takeBack(){let e=this.items.filter(t=>t.who==="visitor"&&t.pending);return this.#t(this.items.filter(t=>t.who==="assistant"||!t.pending)),e.filter(t=>t.choice===void 0).map(t=>t.label)}lost(){this.token="",yt()}clear(e=[]){this.items=e.map(he),this.lost()}seal(){this.#e=!0,this.clear()}save(){this.#e||!this.token&&!this.pending||vt({server:this.server,token:this.token,open:this.open,items:this.items})}#t(e){this.items=e,this.save()}};function he(r){return{who:"assistant",reply:r}}var mr="privacy.erased",bt=[401,404],$t=[400,413,415,422],me=class{constructor(e,t,s){this.api=t;this.listener=s;this.phase="idle";this.problem="";this.retrying=!1;this.erasing=!1;this.#t=!1;this.#e=new ue(e)}#e;#t;get items(){return this.#e.items}get wasOpen(){return this.#e.open}shown(e){this.#e.open=e,this.#e.save(),e&&this.phase==="idle"&&this.#r()}say(e,t){["gone","erased"].includes(this.phase)&&this.#e.clear(),this.erasing=!1,this.#e.add(e,t),this.#r()}urgent(e,t){this.items.some(s=>s.who==="visitor"&&s.pending&&s.choice===t)?this.#r():this.say(e,t)}retry(){this.phase==="failed"&&(this.retrying=!0,this.#r())}anew(){this.#e.clear(),this.#r()}erase(){this.erasing=!0,this.#r()}abandon(){this.#e.token&&this.api.erase(this.#e.token).catch(()=>{}),this.#e.seal(),this.listener.changed()}async#r(){if(!this.#t){this.#t=!0,this.#n("busy");try{await(this.erasing?this.#s():this.#i()),this.#n(this.#e.token?"ready":"erased")}catch(e){this.#a(e)}this.#t=!1,this.erasing&&this.phase==="ready"&&this.#r()}}async#i(){let e=this.#e;if(e.token){if(!e.pending){let t=await this.api.last(e.token);e.caughtUp(t)&&this.listener.heard(t)}}else{let{token:t,replies:s}=await this.api.open();e.begun(t,s),this.listener.heard(s)}for(let t=e.pending;t&&!this.erasing;t=e.pending)await this.#o(t)}async#o(e){let t=await this.api.send(this.#e.token,e);this.#e.answered(e,t)&&(t.some(s=>s.id===mr)&&this.#e.clear(t),this.listener.changed(),this.listener.heard(t))}async#s(){await this.api.erase(this.#e.token).catch(e=>{if(!(e instanceof N&&bt.includes(e.status)))throw e}),this.erasing=!1,this.#e.clear()}#a(e){let[t,s]=e instanceof N?[e.status,e.message]:[0,""],i=bt.includes(t);(i||$t.includes(t))&&this.#e.takeBack().forEach(n=>this.listener.returned(n)),i&&this.#e.lost(),this.#n(i?"gone":$t.includes(t)?"ready":"failed",s)}#n(e,t=""){this.phase=e,this.problem=t,this.retrying&&=e==="busy",this.listener.changed()}};var d={launcher:"Chat: zelfscan woning",title:"Zelfscan",chatbot:"U chat met een geautomatiseerd systeem, niet met een mens.",exitHint:"Meteen weg van deze pagina? Kies ‘Snel weg’ of druk drie keer op Shift. Dit gesprek wordt dan gewist. De geschiedenis van uw browser niet.",exit:"Snel weg",exitLink:"Snel weg van deze pagina",leaving:"Even laden",close:"Sluiten",more:"Meer",erase:"Gesprek wissen",eraseAsk:"Wilt u dit gesprek wissen? Dat kan niet ongedaan worden gemaakt.",eraseYes:"Ja, wis dit gesprek",eraseNo:"Nee, terug",erased:"Dit gesprek is gewist.",anew:"Nieuw gesprek beginnen",conversation:"Gesprek",messages:"Berichten",assistant:"Chatbot zegt:",visitorChose:"Uw antwoord:",visitorTyped:"U schreef:",notSent:"Nog niet verzonden",answers:"Kies een antwoord",tools:"U kunt ook",newTab:"(opent in een nieuw tabblad)",inputLabel:"Typ uw antwoord of uw vraag",send:"Verstuur",help:"Hulp bij gevaar",threat:"Er is dreiging",call:"Bel",numbers:"Nummers",danger:"Is er nu gevaar?",starting:"Het gesprek wordt geopend.",waiting:"Uw bericht wordt verwerkt.",waitingLong:"Dit duurt langer dan normaal. U hoeft niets te doen.",offline:"U hebt geen internet. Wat u schreef, blijft hier staan.",unreachable:"De chat kan de server nu niet bereiken. Wat u schreef, blijft hier staan.",notErased:"De server is nu niet bereikbaar. Uw gesprek is nog niet gewist.",retry:"Opnieuw proberen",emergencyAnyway:"Bellen kan altijd:"};var fr=3,gr=5e3,je=class{constructor(e,t){this.counted=e;this.reached=t;this.#e=0;this.#t=!1;this.down=e=>{this.#t=e.key==="Shift"&&!e.ctrlKey&&!e.altKey&&!e.metaKey,this.#t||this.reset()};this.up=e=>{e.key!=="Shift"||!this.#t||(this.#t=!1,this.#e+=1,this.#e===1&&(this.#r=setTimeout(()=>this.reset(),gr)),this.counted(this.#e),!(this.#e<fr)&&(this.reset(),this.reached()))}}#e;#t;#r;reset(){clearTimeout(this.#r),this.#e!==0&&(this.#e=0,this.counted(0))}},fe=class{constructor(e){this.host=e;this.presses=0;this.run=e=>{e?.preventDefault(),this.#i(),this.host.abandon(),this.host.dispatchEvent(new CustomEvent("woningscan-exit",{bubbles:!0,composed:!0})),vr(this.url)};this.#t=e=>{this.host.open&&this.#e.down(e)};this.#r=e=>{this.host.open&&this.#e.up(e)};this.#e=new je(t=>{this.presses=t,e.requestUpdate()},()=>this.run()),e.addController(this)}#e;get url(){return/^https?:/.test(this.host.exitUrl)?this.host.exitUrl:pe}hostConnected(){window.addEventListener("keydown",this.#t,!0),window.addEventListener("keyup",this.#r,!0)}hostDisconnected(){window.removeEventListener("keydown",this.#t,!0),window.removeEventListener("keyup",this.#r,!0),this.#e.reset()}#t;#r;#i(){let e=this.host.shadowRoot,t=e?.querySelector(".curtain");t?.classList.add("drawn"),t&&"showPopover"in t?t.showPopover():e?.querySelector("dialog")?.close(),document.title=d.leaving}};function vr(r){let e=document.createElement("meta");e.name="referrer",e.content="no-referrer",document.head.append(e),location.replace(r)}var yr="(max-width: 40rem), (max-height: 24rem)",ge=class{constructor(e){this.host=e;e.addController(this)}#e=matchMedia(yr);hostConnected(){this.#e.addEventListener("change",this.#t)}hostDisconnected(){this.#e.removeEventListener("change",this.#t)}hostUpdated(){this.#t()}#t=()=>{let e=this.host.shadowRoot,t=e?.querySelector("dialog");if(!e||!t)return;if(!this.host.open){t.open&&t.close();return}if(t.open&&t.matches(":modal")===this.#e.matches)return;let s=e.activeElement;t.open&&t.close(),this.#e.matches?t.showModal():t.setAttribute("open",""),s instanceof HTMLElement&&s.focus({preventScroll:!0})}};var xt=b`
  .answers {
    margin-block-start: var(--space);
  }

  .choices {
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
    border-radius: var(--radius);
  }

  .choices.row {
    flex-flow: row wrap;
  }

  .choices.row .choice {
    flex: 1 1 auto;
    text-align: center;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.25rem;
    margin: 0.5rem -0.5rem 0;
    font-size: 0.9375rem;
  }

  .tools .tool {
    min-height: 2.25rem;
    padding-block: 0.25rem;
  }

  .status {
    margin-block-start: var(--space);
    padding: 0.75rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }

  .status p {
    margin: 0 0 0.5rem;
  }

  .status.waiting {
    border-style: dashed;
    color: var(--muted);
  }

  .lead {
    margin: 0 0 0.25rem;
    font-weight: 700;
  }

  .numbers {
    display: grid;
    gap: 0.25rem;
    margin: 0 0 0.75rem;
    padding: 0;
    list-style: none;
  }

  .numbers a {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: center;
    padding-inline: 0.75rem;
    background: var(--danger-soft);
    color: var(--danger);
  }

  .numbers span {
    color: var(--text);
  }

  @media (forced-colors: active) {
    .status,
    .numbers a {
      border: 1px solid CanvasText;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .status.waiting p:first-child {
      animation: breathe 2s ease-in-out infinite alternate;
    }

    @keyframes breathe {
      from {
        opacity: 1;
      }
      to {
        opacity: 0.8;
      }
    }
  }
`;var _t=b`
  button,
  textarea {
    font: inherit;
    color: inherit;
  }

  button,
  .alarm,
  .call,
  .numbers a {
    min-height: 2.75rem;
    padding: 0.5rem 1rem;
    border: 2px solid transparent;
    border-radius: var(--radius);
    background: none;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  button[aria-disabled="true"] {
    opacity: 0.65;
    cursor: default;
  }

  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--page);
  }

  .primary,
  .launcher {
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  .choice {
    border-color: var(--accent);
    color: var(--accent);
    background: var(--page);
    font-weight: 600;
    text-align: start;
  }

  .tool {
    padding-inline: 0.5rem;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  @media (hover: hover) {
    .primary:hover,
    .launcher:hover {
      filter: brightness(1.15);
    }

    .choice:not([aria-disabled="true"]):hover {
      background: var(--own);
    }

    .tool:hover,
    a:hover {
      text-decoration-thickness: 2px;
    }
  }

  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }

  .launcher {
    position: fixed;
    inset-block-end: var(--woningscan-offset, 1rem);
    inset-inline-end: var(--woningscan-offset, 1rem);
    z-index: var(--woningscan-z-index, 1000);
    max-width: calc(100vw - 2rem);
    padding: 0.75rem 1.25rem;
    box-shadow: 0 0.25rem 1rem var(--shadow);
  }

  @media (forced-colors: active) {
    button,
    .alarm {
      border-color: ButtonBorder;
    }

    :focus-visible {
      outline-color: Highlight;
    }

    button[aria-disabled="true"] {
      opacity: 1;
      color: GrayText;
    }
  }
`;var At=b`
  .composer {
    padding: 0.5rem var(--space) 0.75rem;
    border-block-start: 1px solid var(--line);
  }

  label {
    display: block;
    margin-block-end: 0.25rem;
    font-size: 0.875rem;
    color: var(--muted);
  }

  .field {
    display: flex;
    gap: 0.5rem;
    align-items: flex-end;
  }

  textarea {
    flex: 1 1 auto;
    min-width: 0;
    min-height: 2.75rem;
    max-height: 7rem;
    padding: 0.5rem 0.75rem;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    background: var(--page);
    color: var(--text);
    resize: none;
    field-sizing: content;
  }

  .foot {
    padding: 0.5rem var(--space) max(0.5rem, env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--line);
    background: var(--danger-soft);
    font-size: 0.9375rem;
  }

  .help {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }

  .threat {
    border-color: var(--danger);
    color: var(--danger);
    font-weight: 700;
  }

  .alarm {
    display: inline-flex;
    align-items: center;
    background: var(--danger);
    color: var(--on-danger);
    font-weight: 700;
    text-decoration: none;
  }

  .help .tool {
    color: var(--danger);
  }
`;var kt=b`
  .exit-link {
    position: absolute;
    inset-block-start: -10rem;
    inset-inline-start: 0.5rem;
    z-index: 2;
    padding: 0.75rem 1rem;
    background: var(--page);
  }

  .exit-link:focus {
    inset-block-start: 0.5rem;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    padding: 0.5rem 0.5rem 0.5rem var(--space);
    background: var(--header);
    color: #fff;
    --accent: #fff;
    --page: transparent;
  }

  h2 {
    flex: 1 1 auto;
    margin: 0;
    font-size: 1.0625rem;
    font-weight: 700;
    line-height: 1.3;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .bar .close {
    display: grid;
    place-content: center;
    min-width: 2.75rem;
    padding: 0;
  }

  .bar button {
    padding-inline: 0.625rem;
    color: #fff;
  }

  .bar .exit {
    border-color: #fff;
    font-weight: 700;
  }

  .bar .plain {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .menu {
    flex: 1 0 100%;
    padding-block: 0.25rem 0.5rem;
  }

  .menu p {
    margin: 0 0 0.5rem;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .menu .choice:hover {
    text-decoration: underline;
    background: none;
  }

  .progress {
    padding: 0.5rem var(--space) 0.625rem;
    border-block-end: 1px solid var(--soft);
    font-size: 0.875rem;
    color: var(--muted);
  }

  .progress p {
    margin: 0 0 0.25rem;
  }

  progress {
    display: block;
    width: 100%;
    height: 0.5rem;
    border: 1px solid var(--line);
    border-radius: 1rem;
    appearance: none;
    background: var(--page);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--page);
  }

  progress::-webkit-progress-value {
    background: var(--accent);
  }

  progress::-moz-progress-bar {
    background: var(--accent);
  }

  @media (forced-colors: active) {
    .head,
    progress {
      border: 1px solid CanvasText;
    }

    progress::-webkit-progress-value {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;var Et=b`
  .messages {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .messages > li {
    max-width: 34rem;
    padding: 0.75rem 1rem;
    border-radius: var(--radius);
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }

  .assistant {
    align-self: stretch;
    background: var(--soft);
    border-inline-start: 4px solid var(--accent);
  }

  .intro {
    background: none;
    border: 1px solid var(--line);
    font-size: 0.9375rem;
  }

  .messages > .visitor {
    align-self: flex-end;
    margin-inline-start: 2.5rem;
    background: var(--own);
    font-weight: 600;
  }

  .messages p {
    white-space: pre-line;
  }

  .messages p,
  .messages ul,
  .messages ol {
    margin: 0 0 0.625rem;
  }

  .messages li > :last-child {
    margin-block-end: 0;
  }

  .messages ul,
  .messages ol {
    padding-inline-start: 1.375rem;
  }

  .messages li li + li {
    margin-block-start: 0.375rem;
  }

  .messages .notice {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--accent);
  }

  .messages .notice.emergency {
    padding: 0.5rem 0.75rem;
    border-color: var(--danger);
    border-radius: 0 var(--radius) var(--radius) 0;
    background: var(--danger-soft);
    color: var(--text);
    font-weight: 700;
  }

  .notice.emergency a {
    color: var(--danger);
  }

  .call {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.35rem;
    align-items: center;
    border-color: var(--accent);
    font-weight: 600;
  }

  .aside,
  .pending {
    font-size: 0.875rem;
    font-weight: 400;
  }

  @media (forced-colors: active) {
    .messages > li {
      border: 1px solid CanvasText;
    }

    .messages > .visitor {
      border-style: dashed;
    }
  }
`;var St=b`
  dialog {
    position: fixed;
    inset: auto;
    inset-block-end: var(--woningscan-offset, 1rem);
    inset-inline-end: var(--woningscan-offset, 1rem);
    z-index: var(--woningscan-z-index, 1000);
    width: min(28rem, 100vw - 2rem);
    height: min(46rem, 100dvh - 2rem);
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--page);
    color: var(--text);
    box-shadow: 0 0.5rem 2.5rem var(--shadow);
    overflow: hidden;
    overscroll-behavior: contain;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog:modal {
    inset: 0;
    width: 100vw;
    height: 100dvh;
    border: 0;
    border-radius: 0;
  }

  .middle {
    flex: 1 1 auto;
    min-height: 0;
    padding: var(--space);
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-padding: 0.5rem;
  }

  .middle:focus-visible {
    outline-offset: -3px;
  }

  .curtain:not(.drawn) {
    display: none;
  }

  .curtain {
    position: fixed;
    inset: 0;
    z-index: 2147483647;
    width: 100%;
    height: 100%;
    margin: 0;
    padding: 2rem;
    border: 0;
    background: #fff;
    color: #1b222c;
  }

  @media (max-height: 24rem) {
    dialog[open] {
      display: block;
      overflow-y: auto;
      scroll-padding-block: 3.75rem 0.5rem;
    }

    .head {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      gap: 0 0.25rem;
      padding: 0.25rem 0.25rem 0.25rem 0.5rem;
    }

    .head h2 {
      font-size: 0.9375rem;
    }

    .bar {
      gap: 0;
    }

    .middle {
      overflow-y: visible;
    }
  }
`;var Ct=b`
  color-scheme: dark;
  --accent: var(--woningscan-accent-color-dark, #9ac3f5);
  --on-accent: var(--woningscan-accent-contrast-color-dark, #0b1a2c);
  --header: var(--woningscan-header-color-dark, #12304f);
  --page: #14181f;
  --text: #eef2f7;
  --muted: #b7c1cd;
  --line: #7f8b9b;
  --soft: #1f2630;
  --own: #1f3f66;
  --danger: #ffb3ab;
  --on-danger: #3a0906;
  --danger-soft: #3a1714;
  --shadow: rgb(0 0 0 / 60%);
`,Tt=b`
  :host {
    color-scheme: light;
    --accent: var(--woningscan-accent-color, var(--utrecht-button-primary-action-background-color, #154273));
    --on-accent: var(--woningscan-accent-contrast-color, var(--utrecht-button-primary-action-color, #fff));
    --header: var(--woningscan-header-color, var(--accent));
    --page: #fff;
    --text: #1b222c;
    --muted: #4d5866;
    --line: #717c8a;
    --soft: #eff3f8;
    --own: #dbe8f6;
    --danger: #a3190f;
    --on-danger: #fff;
    --danger-soft: #fdeeec;
    --shadow: rgb(16 32 56 / 28%);
    --radius: var(--woningscan-border-radius, 0.5rem);
    --space: 1rem;
    font-family: var(--woningscan-font-family, var(--utrecht-document-font-family, system-ui, sans-serif));
    font-size: 1rem;
    line-height: 1.5;
    color: var(--text);
  }

  :host([theme="dark"]) {
    ${Ct}
  }

  @media (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) {
      ${Ct}
    }
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  @media print {
    :host {
      display: none;
    }
  }

  [hidden] {
    display: none !important;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;var Rt=[Tt,_t,kt,Et,xt,At,St];var wr="[data-woningscan-open]",ve=class{constructor(e){this.host=e;this.online=navigator.onLine;this.#e=e=>{e.target instanceof Element&&e.target.closest(wr)&&this.host.show()};this.#t=()=>{this.online=navigator.onLine,this.online&&this.host.retry(),this.host.requestUpdate()};e.addController(this)}hostConnected(){document.addEventListener("click",this.#e),window.addEventListener("online",this.#t),window.addEventListener("offline",this.#t)}hostDisconnected(){document.removeEventListener("click",this.#e),window.removeEventListener("online",this.#t),window.removeEventListener("offline",this.#t)}#e;#t};var J="report_threat",br=30;function Pt(r,e,t){let s=G(r),i=ht(r,J);if(!s&&i.length===0)return m;let n=(l,a)=>{!e&&l.detail<2&&t.press(a)},o=(l,a)=>u`<button type="button" class=${a} part=${a} aria-disabled=${e} @click=${g=>n(g,l)}>
      ${l.label}
    </button>`;return u`<div class="answers">
    ${s?u`<div
          role="group"
          class="choices ${$r(s.choices)?"row":""}"
          aria-label=${Y(s)?.text??d.answers}
          tabindex="-1"
        >
          ${s.choices.map(l=>o(l,"choice"))}
        </div>`:m}
    ${i.length>0?u`<div role="group" class="tools" aria-label=${d.tools}>${i.map(l=>o(l,"tool"))}</div>`:m}
  </div>`}function $r(r){return r.length<=3&&r.reduce((e,{label:t})=>e+t.length,0)<=br}var Mt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ye=r=>(...e)=>({_$litDirective$:r,values:e}),j=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,s){this._$Ct=e,this._$AM=t,this._$Ci=s}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}};var{I:xr}=at,Ht=r=>r;var Lt=()=>document.createComment(""),I=(r,e,t)=>{let s=r._$AA.parentNode,i=e===void 0?r._$AB:e._$AA;if(t===void 0){let n=s.insertBefore(Lt(),i),o=s.insertBefore(Lt(),i);t=new xr(n,o,r,r.options)}else{let n=t._$AB.nextSibling,o=t._$AM,l=o!==r;if(l){let a;t._$AQ?.(r),t._$AM=r,t._$AP!==void 0&&(a=r._$AU)!==o._$AU&&t._$AP(a)}if(n!==i||l){let a=t._$AA;for(;a!==n;){let g=Ht(a).nextSibling;Ht(s).insertBefore(a,i),a=g}}}return t},C=(r,e,t=r)=>(r._$AI(e,t),r),_r={},we=(r,e=_r)=>r._$AH=e,Ot=r=>r._$AH,be=r=>{r._$AR(),r._$AA.remove()};var Ut=ye(class extends j{constructor(){super(...arguments),this.key=m}render(r,e){return this.key=r,e}update(r,[e,t]){return e!==this.key&&(we(r),this.key=e),t}});var Ar=new Set(["https:","http:","tel:","mailto:"]);function Nt(r,e){switch(r.kind){case"text":return u`<p>${T(r.text)}</p>`;case"notice":return u`<p class="notice ${r.tone}">${T(r.text)}</p>`;case"list":{let t=r.items.map(s=>u`<li>${T(s)}</li>`);return r.ordered?u`<ol>${t}</ol>`:u`<ul>${t}</ul>`}case"link":return kr(r.label,r.url,e);case"progress":return m}}function T(r){return gt(r).map(e=>e.url?u`<a href=${e.url}>${e.text}</a>`:e.text)}function kr(r,e,t){let s=Er(e,t);if(!s||!Ar.has(s.protocol))return u`<p>${r}</p>`;if(!s.protocol.startsWith("http"))return u`<p><a class="call" href=${s.href}>${r}</a></p>`;let i=u`<span class="aside">${d.newTab}</span>`;return u`<p><a class="call" href=${s.href} target="_blank" rel="noopener noreferrer">${r} ${i}</a></p>`}function Er(r,e){try{return new URL(r,e)}catch{return}}function Vt(r,e,t){let{phase:s,problem:i,items:n,erasing:o,retrying:l}=r,a=e!=="no"&&V(n)?.choice===J;return{phase:s,problem:i,erasing:o,retrying:l,urgent:a,online:t,waiting:e,empty:n.length===0}}function Ie({phase:r,problem:e,online:t,waiting:s,empty:i,erasing:n}){return r==="failed"?e||(n?d.notErased:t?d.unreachable:d.offline):r==="erased"?i?d.erased:"":r!=="busy"?e||(t?"":d.offline):s==="long"?d.waitingLong:s==="short"?i?d.starting:d.waiting:""}function jt(r,e){let t=Ie(r),s=r.phase==="gone"||r.phase==="erased",i=r.phase==="busy",n=r.phase==="failed"||i&&r.retrying;if(t===""&&!s&&!n)return m;let o=(l,a)=>u`<button type="button" class="primary" aria-disabled=${i} @click=${()=>i||a()}>${l}</button>`;return u`<div class="status ${i?"waiting":""}" part="status">
    ${t||i?u`<p>${T(t||d.waiting)}</p>`:m}
    ${n||r.urgent?De(d.emergencyAnyway):m}
    ${n?o(d.retry,e.retry):m} ${s?o(d.anew,e.anew):m}
  </div>`}function De(r){return u`<p class="lead">${r}</p>
    <ul class="numbers">
      ${ce.map(({label:e,value:t,url:s})=>u`<li>
          <a href=${s}><strong>${t}</strong> <span>${e}</span></a>
        </li>`)}
    </ul>`}var Sr=it`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
  <path d="M2 2 14 14M14 2 2 14" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
</svg>`;function It(r,e,t,s){return u`<a class="exit-link" href=${t} rel="noreferrer nofollow" @click=${s.leave}>${d.exitLink}</a>
    <div class="head" part="header">
      <h2 id="title" tabindex="-1"><slot name="title">${d.title}</slot></h2>
      <div class="bar">
        <button type="button" class="exit" part="exit" @click=${s.leave}>
          ${d.exit}${r>0?u` <span class="presses" aria-hidden="true">${"●".repeat(r)}</span>`:m}
        </button>
        <button type="button" class="plain" aria-expanded=${e} aria-controls="menu" @click=${s.toggleMenu}>
          ${d.more}
        </button>
        <button type="button" class="close" aria-label=${d.close} @click=${s.close}>${Sr}</button>
      </div>
      <div id="menu" class="menu" ?hidden=${!e}>${Cr(s)}</div>
    </div>`}function Cr(r){return u`<p>${d.eraseAsk}</p>
    <div class="row">
      <button type="button" class="choice" @click=${r.erase}>${d.eraseYes}</button>
      <button type="button" class="choice" @click=${r.toggleMenu}>${d.eraseNo}</button>
    </div>`}function Dt(r){return r?u`<div class="progress" part="progress">
    <p id="progress">${r.title}</p>
    <progress aria-labelledby="progress" max=${r.total} .value=${Math.max(r.number-1,0)}></progress>
  </div>`:m}function zt(r){return u`<form class="composer" part="composer" @submit=${r.send}>
    <label for="input">${d.inputLabel}</label>
    <div class="field">
      <textarea
        id="input"
        part="input"
        rows="1"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="send"
      ></textarea>
      <button type="submit" class="primary">${d.send}</button>
    </div>
  </form>`}function Bt(r,e){let[t]=ce;return u`<div class="foot" role="group" aria-label=${d.help} part="footer">
    <div id="numbers" class="all-numbers" ?hidden=${!r}>${De(d.danger)}</div>
    <div class="help">
      <button type="button" class="threat" part="threat" @click=${e.threat}>${d.threat}</button>
      ${t?u`<a class="alarm" part="alarm" href=${t.url}>${d.call} ${t.value}</a>`:m}
      <button type="button" class="tool" aria-expanded=${r} aria-controls="numbers" @click=${e.toggleNumbers}>
        ${d.numbers}
      </button>
    </div>
  </div>`}var qt=(r,e,t)=>{let s=new Map;for(let i=e;i<=t;i++)s.set(r[i],i);return s},Kt=ye(class extends j{constructor(r){if(super(r),r.type!==Mt.CHILD)throw Error("repeat() can only be used in text expressions")}dt(r,e,t){let s;t===void 0?t=e:e!==void 0&&(s=e);let i=[],n=[],o=0;for(let l of r)i[o]=s?s(l,o):o,n[o]=t(l,o),o++;return{values:n,keys:i}}render(r,e,t){return this.dt(r,e,t).values}update(r,[e,t,s]){let i=Ot(r),{values:n,keys:o}=this.dt(e,t,s);if(!Array.isArray(i))return this.ut=o,n;let l=this.ut??=[],a=[],g,y,c=0,v=i.length-1,f=0,w=n.length-1;for(;c<=v&&f<=w;)if(i[c]===null)c++;else if(i[v]===null)v--;else if(l[c]===o[f])a[f]=C(i[c],n[f]),c++,f++;else if(l[v]===o[w])a[w]=C(i[v],n[w]),v--,w--;else if(l[c]===o[w])a[w]=C(i[c],n[w]),I(r,a[w+1],i[c]),c++,w--;else if(l[v]===o[f])a[f]=C(i[v],n[f]),I(r,i[c],i[v]),v--,f++;else if(g===void 0&&(g=qt(o,f,w),y=qt(l,c,v)),g.has(l[c]))if(g.has(l[v])){let _=y.get(o[f]),_e=_!==void 0?i[_]:null;if(_e===null){let ze=I(r,i[c]);C(ze,n[f]),a[f]=ze}else a[f]=C(_e,n[f]),I(r,i[c],_e),i[_]=null;f++}else be(i[v]),v--;else be(i[c]),c++;for(;f<=w;){let _=I(r,a[w+1]);C(_,n[f]),a[f++]=_}for(;c<=v;){let _=i[c++];_!==null&&be(_)}return this.ut=o,we(r,a),E}});function Wt(r,e,t){return u`<div role="log" aria-live="off" aria-label=${d.messages} part="log">
    <ol class="messages">
      <li class="assistant intro">
        <p><strong>${d.chatbot}</strong></p>
        <p>${d.exitHint}</p>
      </li>
      ${Kt(r,(s,i)=>i,s=>s.who==="visitor"?Pr(s,t):Tr(s.reply,e))}
    </ol>
  </div>`}function Tr(r,e){let t=r.parts.filter(i=>i.kind!=="progress"),s=r.choices.length>0?Y(r):void 0;return t.length===0?m:u`<li class="assistant" part="message" tabindex="-1">
    <span class="hidden">${d.assistant}</span>
    ${t.map(i=>i===s?Rr(s.text):Nt(i,e))}
  </li>`}function Rr(r){let e=r.indexOf("?")+1;return u`<p><strong>${T(r.slice(0,e))}</strong>${T(r.slice(e))}</p>`}function Pr(r,e){return u`<li class="visitor" part="message own-message">
    <span class="hidden">${r.choice===void 0?d.visitorTyped:d.visitorChose}</span>
    <p>${F(r.label)}</p>
    ${r.pending&&e?u`<p class="pending">${d.notSent}</p>`:m}
  </li>`}function Ft(r,e){let{items:t,status:s}=r,i=le(t),n=s.phase==="gone"||s.phase==="erased",o=t.map(a=>a.who).lastIndexOf("assistant"),l=s.phase==="busy"||V(t)!==void 0;return u`<dialog part="panel" aria-labelledby="title" @cancel=${e.close} @keydown=${e.key}>
    ${It(r.presses,r.menu,r.exitUrl,e)} ${Dt(n?void 0:ut(i))}
    <div class="middle" role="region" aria-label=${d.conversation} tabindex="0">
      ${Wt(t,r.server,s.phase==="failed")}
      ${jt(s,e)} ${Ut(o,n?"":Pt(i,l,e))}
    </div>
    ${zt(e)} ${Bt(r.numbers,e)}
    <div class="hidden" id="first-news" aria-live="polite"></div>
    <div class="hidden" id="news" aria-live="polite"></div>
  </dialog>`}var $e=class{constructor(e){this.changed=e;this.waited="no";this.#e=[];this.#t=!1}#e;#t;track(e){e!==this.#t&&(this.#t=e,this.#e.forEach(clearTimeout),this.waited="no",e&&(this.#e=[this.#r(500,"short"),this.#r(8e3,"long")]))}#r(e,t){return setTimeout(()=>{this.waited=t,this.changed()},e)}};var xe=class extends S{constructor(){super();this.#t=new $e(()=>this.requestUpdate());this.#r=new fe(this);this.#i=new ve(this);this.#o=new de(this);this.show=async()=>{this.open=!0,await this.updateComplete,this.#l("#title")?.focus({preventScroll:!0})};this.close=async()=>{this.open=!1,await this.updateComplete,this.#l(".launcher")?.focus()};this.heard=t=>{this.#o.tell(t)};this.abandon=()=>this.#s.abandon();this.press=t=>this.#s.say(t.label,t.id);this.threat=()=>this.#s.urgent(d.threat,J);this.retry=()=>this.#s.retry();this.anew=()=>this.#s.anew();this.leave=t=>this.#r.run(t);this.toggleMenu=()=>this.menu=!this.menu;this.toggleNumbers=()=>this.numbers=!this.numbers;this.send=t=>{t.preventDefault();let s=this.#l("textarea"),i=s?.value.trim();!s||!i||this.#s.phase==="busy"||(s.value="",this.#s.say(i))};this.erase=()=>{this.menu=!1,this.#s.erase()};this.key=t=>{t.isComposing||(t.key==="Escape"&&this.close(),t.key==="Enter"&&!t.shiftKey&&t.target===this.#l("textarea")&&this.send(t))};this.server="",this.exitUrl=pe,this.open=this.menu=this.numbers=!1,new ge(this)}static{this.properties={server:{type:String},exitUrl:{type:String,attribute:"exit-url"},open:{type:Boolean,reflect:!0},menu:{state:!0},numbers:{state:!0}}}static{this.styles=Rt}#e;#t;#r;#i;#o;get#s(){return this.#e??=new me(this.#a,new oe(this.#a),this),this.#e}get#a(){return new URL(this.server||"/",location.href).href.replace(/\/$/,"")}get#n(){return Vt(this.#s,this.#t.waited,this.#i.online)}connectedCallback(){super.connectedCallback(),this.#s.wasOpen&&(this.open=!0)}render(){let{presses:t,url:s}=this.#r,{menu:i,numbers:n}=this,o={items:this.#s.items,status:this.#n,presses:t,exitUrl:s,menu:i,numbers:n,server:this.#a};return u`<button type="button" class="launcher" part="launcher" aria-haspopup="dialog" ?hidden=${this.open} @click=${this.show}>
        <slot name="launcher">${d.launcher}</slot>
      </button>
      ${Ft(o,this)}
      <div class="curtain" popover="manual">${d.leaving}</div>`}updated(t){t.has("open")&&(this.open||t.get("open"))&&this.#d();let s=this.#n;this.#o.tellStatus(s.phase==="busy"&&s.waiting!=="long"?"":Ie(s))}changed(){this.#t.track(this.#s.phase==="busy"),this.requestUpdate()}returned(t){let s=this.#l("textarea");s&&(s.value=[t,s.value].filter(i=>i!=="").join(`
`))}#d(){this.open&&this.#o.greet(d.chatbot),this.#s.shown(this.open);let t=this.open?"woningscan-open":"woningscan-close";this.dispatchEvent(new CustomEvent(t,{bubbles:!0,composed:!0}))}#l(t){return this.renderRoot.querySelector(t)}};customElements.get("woningscan-chat")||customElements.define("woningscan-chat",xe);})();
