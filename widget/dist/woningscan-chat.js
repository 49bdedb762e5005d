/* woningscan-chat, EUPL-1.2. Contains Lit, BSD-3-Clause. */
"use strict";(()=>{var c=[{label:"Alarmnummer, bij gevaar nu",value:"112",url:"tel:112"},{label:"Politie, geen spoed",value:"0900-8844",url:"tel:09008844"},{label:"Ondersteuningsteam Weerbaar Bestuur, dag en nacht",value:"070-373 83 14",url:"tel:+31703738314"},{label:"CCV, secretariaat Lokale Veiligheid",value:"030 751 67 99",url:"tel:+31307516799"},{label:"CCV, secretariaat Lokale Veiligheid, per mail",value:"wvb@hetccv.nl",url:"mailto:wvb@hetccv.nl"},{label:"Meer over de woningscan",value:"hetccv.nl/woningscan",url:"https://www.hetccv.nl/woningscan"},{label:"Meld Misdaad Anoniem, voor een tip zonder naam",value:"0800-7000",url:"tel:08007000"},{label:"113 Zelfmoordpreventie, dag en nacht",value:"113",url:"tel:113"},{label:"Weerbericht (waar 'Snel weg' heen gaat)",value:"knmi.nl",url:"https://www.knmi.nl"},{label:"Update-Check van de overheid",value:"doejeupdates.nl",url:"https://doejeupdates.nl"}];var p=[{label:"Alarmnummer, bij gevaar nu",value:"112",url:"tel:112"},{label:"Politie, geen spoed",value:"0900-8844",url:"tel:09008844"},{label:"Ondersteuningsteam Weerbaar Bestuur, dag en nacht",value:"070-373 83 14",url:"tel:+31703738314"}];var Z=globalThis,Q=Z.ShadowRoot&&(Z.ShadyCSS===void 0||Z.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,ke=Symbol(),Fe=new WeakMap,q=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==ke)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(Q&&e===void 0){let r=t!==void 0&&t.length===1;r&&(e=Fe.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),r&&Fe.set(t,e))}return e}toString(){return this.cssText}},Ge=s=>new q(typeof s=="string"?s:s+"",void 0,ke),b=(s,...e)=>{let t=s.length===1?s[0]:e.reduce((r,n,i)=>r+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(n)+s[i+1],s[0]);return new q(t,s,ke)},Ye=(s,e)=>{if(Q)s.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let r=document.createElement("style"),n=Z.litNonce;n!==void 0&&r.setAttribute("nonce",n),r.textContent=t.cssText,s.appendChild(r)}},Ee=Q?s=>s:s=>s instanceof CSSStyleSheet?(e=>{let t="";for(let r of e.cssRules)t+=r.cssText;return Ge(t)})(s):s;var{is:rs,defineProperty:ns,getOwnPropertyDescriptor:is,getOwnPropertyNames:os,getOwnPropertySymbols:as,getPrototypeOf:ls}=Object,X=globalThis,Je=X.trustedTypes,ds=Je?Je.emptyScript:"",cs=X.reactiveElementPolyfillSupport,D=(s,e)=>s,Se={toAttribute(s,e){switch(e){case Boolean:s=s?ds:null;break;case Object:case Array:s=s==null?s:JSON.stringify(s)}return s},fromAttribute(s,e){let t=s;switch(e){case Boolean:t=s!==null;break;case Number:t=s===null?null:Number(s);break;case Object:case Array:try{t=JSON.parse(s)}catch{t=null}}return t}},Qe=(s,e)=>!rs(s,e),Ze={attribute:!0,type:String,converter:Se,reflect:!1,useDefault:!1,hasChanged:Qe};Symbol.metadata??=Symbol("metadata"),X.litPropertyMetadata??=new WeakMap;var A=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=Ze){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let r=Symbol(),n=this.getPropertyDescriptor(e,r,t);n!==void 0&&ns(this.prototype,e,n)}}static getPropertyDescriptor(e,t,r){let{get:n,set:i}=is(this.prototype,e)??{get(){return this[t]},set(o){this[t]=o}};return{get:n,set(o){let d=n?.call(this);i?.call(this,o),this.requestUpdate(e,d,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Ze}static _$Ei(){if(this.hasOwnProperty(D("elementProperties")))return;let e=ls(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(D("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(D("properties"))){let t=this.properties,r=[...os(t),...as(t)];for(let n of r)this.createProperty(n,t[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[r,n]of t)this.elementProperties.set(r,n)}this._$Eh=new Map;for(let[t,r]of this.elementProperties){let n=this._$Eu(t,r);n!==void 0&&this._$Eh.set(n,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let r=new Set(e.flat(1/0).reverse());for(let n of r)t.unshift(Ee(n))}else e!==void 0&&t.push(Ee(e));return t}static _$Eu(e,t){let r=t.attribute;return r===!1?void 0:typeof r=="string"?r:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let r of t.keys())this.hasOwnProperty(r)&&(e.set(r,this[r]),delete this[r]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ye(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,r){this._$AK(e,r)}_$ET(e,t){let r=this.constructor.elementProperties.get(e),n=this.constructor._$Eu(e,r);if(n!==void 0&&r.reflect===!0){let i=(r.converter?.toAttribute!==void 0?r.converter:Se).toAttribute(t,r.type);this._$Em=e,i==null?this.removeAttribute(n):this.setAttribute(n,i),this._$Em=null}}_$AK(e,t){let r=this.constructor,n=r._$Eh.get(e);if(n!==void 0&&this._$Em!==n){let i=r.getPropertyOptions(n),o=typeof i.converter=="function"?{fromAttribute:i.converter}:i.converter?.fromAttribute!==void 0?i.converter:Se;this._$Em=n;let d=o.fromAttribute(t,i.type);this[n]=d??this._$Ej?.get(n)??d,this._$Em=null}}requestUpdate(e,t,r,n=!1,i){if(e!==void 0){let o=this.constructor;if(n===!1&&(i=this[e]),r??=o.getPropertyOptions(e),!((r.hasChanged??Qe)(i,t)||r.useDefault&&r.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,r))))return;this.C(e,t,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:r,reflect:n,wrapped:i},o){r&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??t??this[e]),i!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||r||(t=void 0),this._$AL.set(e,t)),n===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[n,i]of this._$Ep)this[n]=i;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[n,i]of r){let{wrapped:o}=i,d=this[n];o!==!0||this._$AL.has(n)||d===void 0||this.C(n,void 0,i,d)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(t)):this._$EM()}catch(r){throw e=!1,this._$EM(),r}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};A.elementStyles=[],A.shadowRootOptions={mode:"open"},A[D("elementProperties")]=new Map,A[D("finalized")]=new Map,cs?.({ReactiveElement:A}),(X.reactiveElementVersions??=[]).push("2.1.2");var Ce=globalThis,Xe=s=>s,ee=Ce.trustedTypes,et=ee?ee.createPolicy("lit-html",{createHTML:s=>s}):void 0,Re="$lit$",k=`lit$${Math.random().toFixed(9).slice(2)}$`,Pe="?"+k,ps=`<${Pe}>`,H=document,B=()=>H.createComment(""),K=s=>s===null||typeof s!="object"&&typeof s!="function",Me=Array.isArray,ot=s=>Me(s)||typeof s?.[Symbol.iterator]=="function",Te=`[ 	
\f\r]`,z=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,tt=/-->/g,st=/>/g,P=RegExp(`>|${Te}(?:([^\\s"'>=/]+)(${Te}*=${Te}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),rt=/'/g,nt=/"/g,at=/^(?:script|style|textarea|title)$/i,He=s=>(e,...t)=>({_$litType$:s,strings:e,values:t}),u=He(1),lt=He(2),Zs=He(3),E=Symbol.for("lit-noChange"),m=Symbol.for("lit-nothing"),it=new WeakMap,M=H.createTreeWalker(H,129);function dt(s,e){if(!Me(s)||!s.hasOwnProperty("raw"))throw Error("invalid template strings array");return et!==void 0?et.createHTML(e):e}var ct=(s,e)=>{let t=s.length-1,r=[],n,i=e===2?"<svg>":e===3?"<math>":"",o=z;for(let d=0;d<t;d++){let a=s[d],f,y,h=-1,v=0;for(;v<a.length&&(o.lastIndex=v,y=o.exec(a),y!==null);)v=o.lastIndex,o===z?y[1]==="!--"?o=tt:y[1]!==void 0?o=st:y[2]!==void 0?(at.test(y[2])&&(n=RegExp("</"+y[2],"g")),o=P):y[3]!==void 0&&(o=P):o===P?y[0]===">"?(o=n??z,h=-1):y[1]===void 0?h=-2:(h=o.lastIndex-y[2].length,f=y[1],o=y[3]===void 0?P:y[3]==='"'?nt:rt):o===nt||o===rt?o=P:o===tt||o===st?o=z:(o=P,n=void 0);let g=o===P&&s[d+1].startsWith("/>")?" ":"";i+=o===z?a+ps:h>=0?(r.push(f),a.slice(0,h)+Re+a.slice(h)+k+g):a+k+(h===-2?d:g)}return[dt(s,i+(s[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),r]},W=class s{constructor({strings:e,_$litType$:t},r){let n;this.parts=[];let i=0,o=0,d=e.length-1,a=this.parts,[f,y]=ct(e,t);if(this.el=s.createElement(f,r),M.currentNode=this.el.content,t===2||t===3){let h=this.el.content.firstChild;h.replaceWith(...h.childNodes)}for(;(n=M.nextNode())!==null&&a.length<d;){if(n.nodeType===1){if(n.hasAttributes())for(let h of n.getAttributeNames())if(h.endsWith(Re)){let v=y[o++],g=n.getAttribute(h).split(k),w=/([.?@])?(.*)/.exec(v);a.push({type:1,index:i,name:w[2],strings:g,ctor:w[1]==="."?se:w[1]==="?"?re:w[1]==="@"?ne:N}),n.removeAttribute(h)}else h.startsWith(k)&&(a.push({type:6,index:i}),n.removeAttribute(h));if(at.test(n.tagName)){let h=n.textContent.split(k),v=h.length-1;if(v>0){n.textContent=ee?ee.emptyScript:"";for(let g=0;g<v;g++)n.append(h[g],B()),M.nextNode(),a.push({type:2,index:++i});n.append(h[v],B())}}}else if(n.nodeType===8)if(n.data===Pe)a.push({type:2,index:i});else{let h=-1;for(;(h=n.data.indexOf(k,h+1))!==-1;)a.push({type:7,index:i}),h+=k.length-1}i++}}static createElement(e,t){let r=H.createElement("template");return r.innerHTML=e,r}};function L(s,e,t=s,r){if(e===E)return e;let n=r!==void 0?t._$Co?.[r]:t._$Cl,i=K(e)?void 0:e._$litDirective$;return n?.constructor!==i&&(n?._$AO?.(!1),i===void 0?n=void 0:(n=new i(s),n._$AT(s,t,r)),r!==void 0?(t._$Co??=[])[r]=n:t._$Cl=n),n!==void 0&&(e=L(s,n._$AS(s,e.values),n,r)),e}var te=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:r}=this._$AD,n=(e?.creationScope??H).importNode(t,!0);M.currentNode=n;let i=M.nextNode(),o=0,d=0,a=r[0];for(;a!==void 0;){if(o===a.index){let f;a.type===2?f=new U(i,i.nextSibling,this,e):a.type===1?f=new a.ctor(i,a.name,a.strings,this,e):a.type===6&&(f=new ie(i,this,e)),this._$AV.push(f),a=r[++d]}o!==a?.index&&(i=M.nextNode(),o++)}return M.currentNode=H,n}p(e){let t=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(e,r,t),t+=r.strings.length-2):r._$AI(e[t])),t++}},U=class s{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,r,n){this.type=2,this._$AH=m,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=r,this.options=n,this._$Cv=n?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=L(this,e,t),K(e)?e===m||e==null||e===""?(this._$AH!==m&&this._$AR(),this._$AH=m):e!==this._$AH&&e!==E&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):ot(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==m&&K(this._$AH)?this._$AA.nextSibling.data=e:this.T(H.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:r}=e,n=typeof r=="number"?this._$AC(e):(r.el===void 0&&(r.el=W.createElement(dt(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===n)this._$AH.p(t);else{let i=new te(n,this),o=i.u(this.options);i.p(t),this.T(o),this._$AH=i}}_$AC(e){let t=it.get(e.strings);return t===void 0&&it.set(e.strings,t=new W(e)),t}k(e){Me(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,r,n=0;for(let i of e)n===t.length?t.push(r=new s(this.O(B()),this.O(B()),this,this.options)):r=t[n],r._$AI(i),n++;n<t.length&&(this._$AR(r&&r._$AB.nextSibling,n),t.length=n)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let r=Xe(e).nextSibling;Xe(e).remove(),e=r}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},N=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,r,n,i){this.type=1,this._$AH=m,this._$AN=void 0,this.element=e,this.name=t,this._$AM=n,this.options=i,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=m}_$AI(e,t=this,r,n){let i=this.strings,o=!1;if(i===void 0)e=L(this,e,t,0),o=!K(e)||e!==this._$AH&&e!==E,o&&(this._$AH=e);else{let d=e,a,f;for(e=i[0],a=0;a<i.length-1;a++)f=L(this,d[r+a],t,a),f===E&&(f=this._$AH[a]),o||=!K(f)||f!==this._$AH[a],f===m?e=m:e!==m&&(e+=(f??"")+i[a+1]),this._$AH[a]=f}o&&!n&&this.j(e)}j(e){e===m?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},se=class extends N{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===m?void 0:e}},re=class extends N{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==m)}},ne=class extends N{constructor(e,t,r,n,i){super(e,t,r,n,i),this.type=5}_$AI(e,t=this){if((e=L(this,e,t,0)??m)===E)return;let r=this._$AH,n=e===m&&r!==m||e.capture!==r.capture||e.once!==r.once||e.passive!==r.passive,i=e!==m&&(r===m||n);n&&this.element.removeEventListener(this.name,this,r),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},ie=class{constructor(e,t,r){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(e){L(this,e)}},pt={M:Re,P:k,A:Pe,C:1,L:ct,R:te,D:ot,V:L,I:U,H:N,N:re,U:ne,B:se,F:ie},hs=Ce.litHtmlPolyfillSupport;hs?.(W,U),(Ce.litHtmlVersions??=[]).push("3.3.3");var ht=(s,e,t)=>{let r=t?.renderBefore??e,n=r._$litPart$;if(n===void 0){let i=t?.renderBefore??null;r._$litPart$=n=new U(e.insertBefore(B(),i),i,void 0,t??{})}return n._$AI(s),n};var Le=globalThis,T=class extends A{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=ht(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return E}};T._$litElement$=!0,T.finalized=!0,Le.litElementHydrateSupport?.({LitElement:T});var us=Le.litElementPolyfillSupport;us?.({LitElement:T});(Le.litElementVersions??=[]).push("4.2.2");var Ne=class extends Error{};function x(s){return typeof s=="object"&&s!==null?s:{}}function $(s){return typeof s=="string"?F(s):""}function F(s){return s.replace(/[^\P{C}\n]/gu,"")}function O(s){let e=x(s).replies;if(!Array.isArray(e))throw new Ne("no replies");return e.map(ms)}function ut(s){let{open:e,seq:t,notice:r,stop:n}=x(s),[i]=Oe([n]),o=e===!0&&i?{notice:$(r),stop:i}:void 0;return{seq:Number(t)||0,replies:O(s),person:o}}function ms(s){let{id:e,parts:t,choices:r,tools:n}=x(s);return{id:$(e),parts:Ue(t).flatMap(fs),choices:Oe(r),tools:Oe(n)}}function Oe(s){return Ue(s).map(x).filter(e=>typeof e.id=="string"&&$(e.label)!=="").map(e=>({id:String(e.id),label:$(e.label)}))}function fs(s){let e=x(s),t=$(e.text);switch(e.kind){case"list":return[{kind:"list",items:Ue(e.items).map($),ordered:e.ordered===!0}];case"link":return[{kind:"link",label:$(e.label),url:$(e.url)}];case"notice":return[{kind:"notice",tone:e.tone==="emergency"?"emergency":"info",text:t}];case"progress":return[{kind:"progress",number:Number(e.number)||0,total:Number(e.total)||0,theme:$(e.theme),title:$(e.title)}];default:return t===""?[]:[{kind:"text",text:t}]}}function Ue(s){return Array.isArray(s)?s:[]}var gs=3e4,S=class extends Error{constructor(t,r){super(r);this.status=t}},oe=class{constructor(e){this.server=e}async open(){let e=await this.#e("POST","conversations");return{token:$(x(e).conversation),replies:O(e)}}async send(e,{messageId:t,choice:r,label:n}){let i=r===void 0?{text:n}:{choice:r};return O(await this.#e("POST","messages",e,{message_id:t,...i}))}async last(e){let t=await this.#e("GET","conversation",e);return{replies:O(t),live:x(t).chat===!0}}async news(e,t){return ut(await this.#e("GET",`chat?na=${t}`,e))}async erase(e){await this.#e("DELETE","conversation",e)}async#e(e,t,r,n){let i={};r!==void 0&&(i.authorization=`Bearer ${r}`),n!==void 0&&(i["content-type"]="application/json");let o=await fetch(`${this.server}/api/v1/${t}`,{method:e,headers:i,body:n===void 0?null:JSON.stringify(n),cache:"no-store",credentials:"omit",redirect:"error",referrerPolicy:"no-referrer",keepalive:e==="DELETE",signal:AbortSignal.timeout(gs)});if(o.status===204)return null;let d=await o.json().catch(()=>null);if(!o.ok)throw new S(o.status,$(x(d).melding));return d}};function mt(){let s=crypto.getRandomValues(new Uint8Array(16));return s[6]=(s[6]??0)&15|64,s[8]=(s[8]??0)&63|128,Array.from(s,t=>t.toString(16).padStart(2,"0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/,"$1-$2-$3-$4-")}function ae(s,...e){s&&setTimeout(()=>{for(let t of e.filter(r=>r!=="")){let r=document.createElement("p");r.textContent=t,s.append(r),setTimeout(()=>r.remove(),15e3)}},200)}function Ve(s,e){return getComputedStyle(e).overflowY==="visible"?s:e}function je(s){let e=s.querySelector("dialog"),t=s.querySelector(".middle"),r=[...s.querySelectorAll(".messages > .visitor")].at(-1);if(!e||!t||!r)return;let n=Ve(e,t),i=r.getBoundingClientRect().top-n.getBoundingClientRect().top,o=matchMedia("(prefers-reduced-motion: reduce)").matches,d=parseFloat(getComputedStyle(n).scrollPaddingTop)||8;n.scrollTo({top:n.scrollTop+i-d,behavior:o?"auto":"smooth"})}function ft(s){let e=s.querySelector("dialog"),t=s.querySelector(".middle");e&&t&&Ve(e,t).scrollTo({top:Ve(e,t).scrollHeight})}function gt(s){let e=s.querySelector(".choices"),t=[...s.querySelectorAll(".messages > .assistant[tabindex]")].at(-1);(e??t)?.focus({preventScroll:!0})}var l={launcher:"Chat: zelfscan woning",title:"Zelfscan",chatbot:"U chat met een geautomatiseerd systeem, niet met een mens.",exitHint:"Meteen weg van deze pagina? Kies ‘Snel weg’ of druk drie keer op Shift. Dit gesprek wordt dan gewist. De geschiedenis van uw browser niet.",exit:"Snel weg",exitLink:"Snel weg van deze pagina",leaving:"Even laden",close:"Sluiten",more:"Meer",erase:"Gesprek wissen",eraseAsk:"Wilt u dit gesprek wissen? Dat kan niet ongedaan worden gemaakt.",eraseYes:"Ja, wis dit gesprek",eraseNo:"Nee, terug",erased:"Dit gesprek is gewist.",anew:"Nieuw gesprek beginnen",conversation:"Gesprek",messages:"Berichten",assistant:"Chatbot zegt:",staff:"Medewerker van het CCV",withWhom:"Met wie u praat",visitorChose:"Uw antwoord:",visitorTyped:"U schreef:",notSent:"Nog niet verzonden",answers:"Kies een antwoord",tools:"U kunt ook",newTab:"(opent in een nieuw tabblad)",inputLabel:"Typ uw antwoord of uw vraag",send:"Verstuur",help:"Hulp bij gevaar",threat:"Er is dreiging",call:"Bel",numbers:"Nummers",danger:"Is er nu gevaar?",starting:"Het gesprek wordt geopend.",waiting:"Uw bericht wordt verwerkt.",waitingLong:"Dit duurt langer dan normaal. U hoeft niets te doen.",offline:"U hebt geen internet. Wat u schreef, blijft hier staan.",unreachable:"De chat kan de server nu niet bereiken. Wat u schreef, blijft hier staan.",notErased:"De server is nu niet bereikbaar. Uw gesprek is nog niet gewist.",retry:"Opnieuw proberen",emergencyAnyway:"Bellen kan altijd:"};function le(s){let e=s.map(t=>t.who==="visitor"&&!t.pending).lastIndexOf(!0);return s.slice(e+1).flatMap(t=>t.who==="assistant"?[t.reply]:[])}function V(s){return s.find(e=>e.who==="visitor"&&e.pending)}function G(s){return s.filter(e=>e.choices.length>0).at(-1)}function Y(s){return s.parts.filter(e=>e.kind==="text").at(-1)}function vt(s,e){let t=G(s),r=s.flatMap(i=>i===t?i.tools:[...i.choices,...i.tools]),n=new Set([...e,...(t?.choices??[]).map(i=>i.id)]);return r.filter(({id:i})=>!n.has(i)&&n.add(i))}function Ie(s){return s.id==="handoff.staff"}function yt(s){return s.flatMap(e=>e.parts.filter(t=>t.kind==="progress")).at(-1)}function wt(s,e){let t=Y(s),r=s.parts.filter(n=>!(e&&n===t)).map(n=>n.kind==="list"?n.items.join(" "):n.kind==="link"?n.label:n.kind==="progress"?n.title:n.text).join(" ");return Ie(s)?`${l.staff}: ${r}`:r}var de=class{constructor(e){this.host=e;e.addController(this)}#e=null;#t=!1;#s="";hostUpdate(){this.#e=this.host.shadowRoot?.activeElement??null}hostUpdated(){let e=this.host.shadowRoot;!e||this.#e?.isConnected!==!1||(this.#t=!0,gt(e))}greet(e){ae(this.#r("#first-news"),e)}async tell(e,t){await this.host.updateComplete,this.host.shadowRoot&&(t?ft:je)(this.host.shadowRoot);let r=this.#t?G(e):void 0;this.#t=!1,ae(this.#r("#news"),...e.map(n=>wt(n,n===r)))}tellStatus(e){e&&e!==this.#s&&(ae(this.#r("#news"),e),this.host.shadowRoot&&je(this.host.shadowRoot)),this.#s=e}#r(e){return this.host.shadowRoot?.querySelector(e)??null}};var ce=p,pe="https://www.knmi.nl",bt=new Map(c.map(s=>[s.value,s.url])),vs=[...bt.keys()].sort((s,e)=>e.length-s.length).map(s=>s.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")),ys=new RegExp(`(?<![\\w.-])(${vs.join("|")})(?![\\w-])`);function $t(s){return s.split(ys).filter(e=>e!=="").map(e=>{let t=bt.get(e);return t?{text:e,url:t}:{text:e}})}var qe="woningscan-chat";function xt(s){De(()=>sessionStorage.setItem(qe,JSON.stringify(s)))}function _t(){De(()=>sessionStorage.removeItem(qe))}function At(s){return De(()=>{let e=x(JSON.parse(sessionStorage.getItem(qe)??"null"));if(!(e.server!==s||typeof e.token!="string"||!Array.isArray(e.items)))return{server:s,token:e.token,open:e.open===!0,items:e.items.flatMap(ws),seq:Number(e.seq)||0}})}function ws(s){let{who:e,messageId:t,label:r,choice:n,pending:i,reply:o}=x(s);if(e==="assistant")return O({replies:[o]}).map(a=>({who:"assistant",reply:a}));if(typeof t!="string"||typeof r!="string")return[];let d={who:"visitor",messageId:t,label:i===!0?r:F(r),pending:i===!0};return[typeof n=="string"?{...d,choice:n}:d]}function De(s){try{return s()}catch{return}}var ue=class{constructor(e){this.server=e;this.items=[];this.token="";this.open=!1;this.seq=0;this.#e=!1;let t=At(e);t&&({items:this.items,token:this.token,open:this.open,seq:this.seq}=t)}#e;get pending(){return V(this.items)}begun(e,t){this.token=e,this.seq=0,this.#t([...t.map(he),...this.items])}add(e,t){let r={who:"visitor",messageId:mt(),label:e,pending:!0};this.#t([...this.items,t===void 0?r:{...r,choice:t}])}answered(e,t){let r=this.items.indexOf(e);if(r<0)return!1;let n={...e,pending:!1};return this.#t([...this.items.slice(0,r),n,...t.map(he),...this.items.slice(r+1)]),!0}caughtUp(e){let t=le(this.items).slice(-e.length);return e.length===0||JSON.stringify(e)===JSON.stringify(t)?!1:(this.append(e),!0)}append(e){this.#t([...this.items,...e.map(he)])}takeBack(){let e=this.items.filter(t=>t.who==="visitor"&&t.pending);return this.#t(this.items.filter(t=>t.who==="assistant"||!t.pending)),e.filter(t=>t.choice===void 0).map(t=>t.label)}lost(){this.token="",_t()}clear(e=[]){this.items=e.map(he),this.lost()}seal(){this.#e=!0,this.clear()}save(){this.#e||!this.token&&!this.pending||xt({server:this.server,token:this.token,open:this.open,items:this.items,seq:this.seq})}#t(e){this.items=e,this.save()}};function he(s){return{who:"assistant",reply:s}}var bs=2e3,$s=15e3,kt=3,me=class{constructor(e,t,r){this.api=e;this.feed=t;this.hearer=r}#e;#t=!1;#s=0;start(){this.#t||(this.#t=!0,this.#s=0,this.#r())}stop(){clearTimeout(this.#e),this.#t=!1,this.person=void 0}async#r(){let{token:e}=this.feed;try{let t=await this.api.news(e,this.feed.seq);if(!this.#t||e!==this.feed.token)return this.stop();this.feed.seq=t.seq,this.person=t.person,this.#s>=kt&&this.hearer.reached(!0),this.#s=0,t.person||this.stop(),this.hearer.said(t.replies)}catch(t){if(!this.#t||e!==this.feed.token)return this.stop();if(t instanceof S&&[401,404].includes(t.status))return this.stop(),this.hearer.lost(t.status);++this.#s===kt&&this.hearer.reached(!1)}this.#t&&(this.#e=setTimeout(()=>{this.#r()},Math.min(bs*(1+this.#s),$s)))}};var xs="privacy.erased",_s="handoff.waiting",Et=[401,404],St=[400,413,415,422],fe=class{constructor(e,t,r){this.api=t;this.listener=r;this.phase="idle";this.problem="";this.retrying=!1;this.erasing=!1;this.#s=!1;this.#e=new ue(e),this.#t=new me(t,this.#e,this.#c())}#e;#t;#s;get items(){return this.#e.items}get person(){return this.#t.person}get wasOpen(){return this.#e.open}shown(e){this.#e.open=e,this.#e.save(),e&&this.phase==="idle"&&this.#r()}say(e,t){["gone","erased"].includes(this.phase)&&this.#o(),this.erasing=!1,this.#e.add(e,t),this.#r()}urgent(e,t){this.items.some(r=>r.who==="visitor"&&r.pending&&r.choice===t)?this.#r():this.say(e,t)}retry(){this.phase==="failed"&&(this.retrying=!0,this.#r())}anew(){this.#o(),this.#r()}erase(){this.erasing=!0,this.#r()}abandon(){this.#e.token&&this.api.erase(this.#e.token).catch(()=>{}),this.#t.stop(),this.#e.seal(),this.listener.changed()}async#r(){if(!this.#s){this.#s=!0,this.#d("busy");try{await(this.erasing?this.#l():this.#a()),this.#d(this.#e.token?"ready":"erased")}catch(e){this.#i(e)}this.#s=!1,this.erasing&&this.phase==="ready"&&this.#r()}}async#a(){let e=this.#e;if(e.token){if(!e.pending){let{replies:t,live:r}=await this.api.last(e.token);r?this.#t.start():e.caughtUp(t)&&this.listener.heard(t)}}else{let{token:t,replies:r}=await this.api.open();e.begun(t,r),this.listener.heard(r)}for(let t=e.pending;t&&!this.erasing;t=e.pending)await this.#n(t)}async#n(e){let t=await this.api.send(this.#e.token,e);this.#e.answered(e,t)&&(t.some(r=>r.id===xs)?this.#o(t):(t.length===0||t.some(r=>r.id===_s))&&this.#t.start(),this.listener.changed(),this.listener.heard(t))}async#l(){await this.api.erase(this.#e.token).catch(e=>{if(!(e instanceof S&&Et.includes(e.status)))throw e}),this.erasing=!1,this.#o()}#o(e=[]){this.#t.stop(),this.#e.clear(e)}#c(){return{said:e=>{this.#e.append(e),this.listener.changed(),e.length>0&&this.listener.heard(e,!0)},reached:e=>{this.phase===(e?"failed":"ready")&&this.#d(e?"ready":"failed")},lost:e=>{this.#s||this.#i(new S(e,""))}}}#i(e){let[t,r]=e instanceof S?[e.status,e.message]:[0,""],n=Et.includes(t);(n||St.includes(t))&&this.#e.takeBack().forEach(i=>this.listener.returned(i)),n&&this.#e.lost(),this.#d(n?"gone":St.includes(t)?"ready":"failed",r)}#d(e,t=""){this.phase=e,this.problem=t,this.retrying&&=e==="busy",this.listener.changed()}};var As=3,ks=5e3,ze=class{constructor(e,t){this.counted=e;this.reached=t;this.#e=0;this.#t=!1;this.down=e=>{this.#t=e.key==="Shift"&&!e.ctrlKey&&!e.altKey&&!e.metaKey,this.#t||this.reset()};this.up=e=>{e.key!=="Shift"||!this.#t||(this.#t=!1,this.#e+=1,this.#e===1&&(this.#s=setTimeout(()=>this.reset(),ks)),this.counted(this.#e),!(this.#e<As)&&(this.reset(),this.reached()))}}#e;#t;#s;reset(){clearTimeout(this.#s),this.#e!==0&&(this.#e=0,this.counted(0))}},ge=class{constructor(e){this.host=e;this.presses=0;this.run=e=>{e?.preventDefault(),this.#r(),this.host.abandon(),this.host.dispatchEvent(new CustomEvent("woningscan-exit",{bubbles:!0,composed:!0})),Es(this.url)};this.#t=e=>{this.host.open&&this.#e.down(e)};this.#s=e=>{this.host.open&&this.#e.up(e)};this.#e=new ze(t=>{this.presses=t,e.requestUpdate()},()=>this.run()),e.addController(this)}#e;get url(){return/^https?:/.test(this.host.exitUrl)?this.host.exitUrl:pe}hostConnected(){window.addEventListener("keydown",this.#t,!0),window.addEventListener("keyup",this.#s,!0)}hostDisconnected(){window.removeEventListener("keydown",this.#t,!0),window.removeEventListener("keyup",this.#s,!0),this.#e.reset()}#t;#s;#r(){let e=this.host.shadowRoot,t=e?.querySelector(".curtain");t?.classList.add("drawn"),t&&"showPopover"in t?t.showPopover():e?.querySelector("dialog")?.close(),document.title=l.leaving}};function Es(s){let e=document.createElement("meta");e.name="referrer",e.content="no-referrer",document.head.append(e),location.replace(s)}var Ss="(max-width: 40rem), (max-height: 24rem)",ve=class{constructor(e){this.host=e;e.addController(this)}#e=matchMedia(Ss);hostConnected(){this.#e.addEventListener("change",this.#t)}hostDisconnected(){this.#e.removeEventListener("change",this.#t)}hostUpdated(){this.#t()}#t=()=>{let e=this.host.shadowRoot,t=e?.querySelector("dialog");if(!e||!t)return;if(!this.host.open){t.open&&t.close();return}if(t.open&&t.matches(":modal")===this.#e.matches)return;let r=e.activeElement;t.open&&t.close(),this.#e.matches?t.showModal():t.setAttribute("open",""),r instanceof HTMLElement&&r.focus({preventScroll:!0})}};var Tt=b`
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
`;var Ct=b`
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
`;var Rt=b`
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
`;var Pt=b`
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

  .person {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    padding: 0.5rem var(--space);
    border-block-end: 1px solid var(--line);
    background: var(--own);
  }

  .person p {
    flex: 1 1 12rem;
    margin: 0;
    font-weight: 700;
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
`;var Mt=b`
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

  .staff {
    border: 2px solid var(--accent);
    background: none;
  }

  .messages .by {
    margin: 0;
    font-size: 0.875rem;
    font-weight: 700;
    color: var(--accent);
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
`;var Ht=b`
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
`;var Lt=b`
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
`,Nt=b`
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
    ${Lt}
  }

  @media (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) {
      ${Lt}
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
`;var Ot=[Nt,Ct,Pt,Mt,Tt,Rt,Ht];var Ts="[data-woningscan-open]",ye=class{constructor(e){this.host=e;this.online=navigator.onLine;this.#e=e=>{e.target instanceof Element&&e.target.closest(Ts)&&this.host.show()};this.#t=()=>{this.online=navigator.onLine,this.online&&this.host.retry(),this.host.requestUpdate()};e.addController(this)}hostConnected(){document.addEventListener("click",this.#e),window.addEventListener("online",this.#t),window.addEventListener("offline",this.#t)}hostDisconnected(){document.removeEventListener("click",this.#e),window.removeEventListener("online",this.#t),window.removeEventListener("offline",this.#t)}#e;#t};var J="report_threat",Cs=30;function Ut(s,e,t,r=[]){let n=G(s),i=vt(s,[J,...r]);if(!n&&i.length===0)return m;let o=(a,f)=>{!e&&a.detail<2&&t.press(f)},d=(a,f)=>u`<button type="button" class=${f} part=${f} aria-disabled=${e} @click=${y=>o(y,a)}>
      ${a.label}
    </button>`;return u`<div class="answers">
    ${n?u`<div
          role="group"
          class="choices ${Rs(n.choices)?"row":""}"
          aria-label=${Y(n)?.text??l.answers}
          tabindex="-1"
        >
          ${n.choices.map(a=>d(a,"choice"))}
        </div>`:m}
    ${i.length>0?u`<div role="group" class="tools" aria-label=${l.tools}>${i.map(a=>d(a,"tool"))}</div>`:m}
  </div>`}function Rs(s){return s.length<=3&&s.reduce((e,{label:t})=>e+t.length,0)<=Cs}var Vt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},we=s=>(...e)=>({_$litDirective$:s,values:e}),j=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,r){this._$Ct=e,this._$AM=t,this._$Ci=r}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}};var{I:Ps}=pt,jt=s=>s;var It=()=>document.createComment(""),I=(s,e,t)=>{let r=s._$AA.parentNode,n=e===void 0?s._$AB:e._$AA;if(t===void 0){let i=r.insertBefore(It(),n),o=r.insertBefore(It(),n);t=new Ps(i,o,s,s.options)}else{let i=t._$AB.nextSibling,o=t._$AM,d=o!==s;if(d){let a;t._$AQ?.(s),t._$AM=s,t._$AP!==void 0&&(a=s._$AU)!==o._$AU&&t._$AP(a)}if(i!==n||d){let a=t._$AA;for(;a!==i;){let f=jt(a).nextSibling;jt(r).insertBefore(a,n),a=f}}}return t},C=(s,e,t=s)=>(s._$AI(e,t),s),Ms={},be=(s,e=Ms)=>s._$AH=e,qt=s=>s._$AH,$e=s=>{s._$AR(),s._$AA.remove()};var Dt=we(class extends j{constructor(){super(...arguments),this.key=m}render(s,e){return this.key=s,e}update(s,[e,t]){return e!==this.key&&(be(s),this.key=e),t}});var Hs=new Set(["https:","http:","tel:","mailto:"]);function zt(s,e){switch(s.kind){case"text":return u`<p>${R(s.text)}</p>`;case"notice":return u`<p class="notice ${s.tone}">${R(s.text)}</p>`;case"list":{let t=s.items.map(r=>u`<li>${R(r)}</li>`);return s.ordered?u`<ol>${t}</ol>`:u`<ul>${t}</ul>`}case"link":return Ls(s.label,s.url,e);case"progress":return m}}function R(s){return $t(s).map(e=>e.url?u`<a href=${e.url}>${e.text}</a>`:e.text)}function Ls(s,e,t){let r=Ns(e,t);if(!r||!Hs.has(r.protocol))return u`<p>${s}</p>`;if(!r.protocol.startsWith("http"))return u`<p><a class="call" href=${r.href}>${s}</a></p>`;let n=u`<span class="aside">${l.newTab}</span>`;return u`<p><a class="call" href=${r.href} target="_blank" rel="noopener noreferrer">${s} ${n}</a></p>`}function Ns(s,e){try{return new URL(s,e)}catch{return}}function Bt(s,e,t){let{phase:r,problem:n,items:i,erasing:o,retrying:d}=s,a=e!=="no"&&V(i)?.choice===J;return{phase:r,problem:n,erasing:o,retrying:d,urgent:a,online:t,waiting:e,empty:i.length===0}}function Be({phase:s,problem:e,online:t,waiting:r,empty:n,erasing:i}){return s==="failed"?e||(i?l.notErased:t?l.unreachable:l.offline):s==="erased"?n?l.erased:"":s!=="busy"?e||(t?"":l.offline):r==="long"?l.waitingLong:r==="short"?n?l.starting:l.waiting:""}function Kt(s,e){let t=Be(s),r=s.phase==="gone"||s.phase==="erased",n=s.phase==="busy",i=s.phase==="failed"||n&&s.retrying;if(t===""&&!r&&!i)return m;let o=(d,a)=>u`<button type="button" class="primary" aria-disabled=${n} @click=${()=>n||a()}>${d}</button>`;return u`<div class="status ${n?"waiting":""}" part="status">
    ${t||n?u`<p>${R(t||l.waiting)}</p>`:m}
    ${i||s.urgent?Ke(l.emergencyAnyway):m}
    ${i?o(l.retry,e.retry):m} ${r?o(l.anew,e.anew):m}
  </div>`}function Ke(s){return u`<p class="lead">${s}</p>
    <ul class="numbers">
      ${ce.map(({label:e,value:t,url:r})=>u`<li>
          <a href=${r}><strong>${t}</strong> <span>${e}</span></a>
        </li>`)}
    </ul>`}var Os=lt`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
  <path d="M2 2 14 14M14 2 2 14" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
</svg>`;function Wt(s,e,t,r){return u`<a class="exit-link" href=${t} rel="noreferrer nofollow" @click=${r.leave}>${l.exitLink}</a>
    <div class="head" part="header">
      <h2 id="title" tabindex="-1"><slot name="title">${l.title}</slot></h2>
      <div class="bar">
        <button type="button" class="exit" part="exit" @click=${r.leave}>
          ${l.exit}${s>0?u` <span class="presses" aria-hidden="true">${"●".repeat(s)}</span>`:m}
        </button>
        <button type="button" class="plain" aria-expanded=${e} aria-controls="menu" @click=${r.toggleMenu}>
          ${l.more}
        </button>
        <button type="button" class="close" aria-label=${l.close} @click=${r.close}>${Os}</button>
      </div>
      <div id="menu" class="menu" ?hidden=${!e}>${Us(r)}</div>
    </div>`}function Us(s){return u`<p>${l.eraseAsk}</p>
    <div class="row">
      <button type="button" class="choice" @click=${s.erase}>${l.eraseYes}</button>
      <button type="button" class="choice" @click=${s.toggleMenu}>${l.eraseNo}</button>
    </div>`}function Ft(s){return s?u`<div class="progress" part="progress">
    <p id="progress">${s.title}</p>
    <progress aria-labelledby="progress" max=${s.total} .value=${Math.max(s.number-1,0)}></progress>
  </div>`:m}function Gt(s,e,t){return u`<div class="person" part="person" role="group" aria-label=${l.withWhom}>
    <p>${s.notice}</p>
    <button type="button" class="choice" aria-disabled=${e} @click=${()=>e||t.press(s.stop)}>
      ${s.stop.label}
    </button>
  </div>`}function Yt(s){return u`<form class="composer" part="composer" @submit=${s.send}>
    <label for="input">${l.inputLabel}</label>
    <div class="field">
      <textarea
        id="input"
        part="input"
        rows="1"
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="send"
      ></textarea>
      <button type="submit" class="primary">${l.send}</button>
    </div>
  </form>`}function Jt(s,e){let[t]=ce;return u`<div class="foot" role="group" aria-label=${l.help} part="footer">
    <div id="numbers" class="all-numbers" ?hidden=${!s}>${Ke(l.danger)}</div>
    <div class="help">
      <button type="button" class="threat" part="threat" @click=${e.threat}>${l.threat}</button>
      ${t?u`<a class="alarm" part="alarm" href=${t.url}>${l.call} ${t.value}</a>`:m}
      <button type="button" class="tool" aria-expanded=${s} aria-controls="numbers" @click=${e.toggleNumbers}>
        ${l.numbers}
      </button>
    </div>
  </div>`}var Zt=(s,e,t)=>{let r=new Map;for(let n=e;n<=t;n++)r.set(s[n],n);return r},Qt=we(class extends j{constructor(s){if(super(s),s.type!==Vt.CHILD)throw Error("repeat() can only be used in text expressions")}dt(s,e,t){let r;t===void 0?t=e:e!==void 0&&(r=e);let n=[],i=[],o=0;for(let d of s)n[o]=r?r(d,o):o,i[o]=t(d,o),o++;return{values:i,keys:n}}render(s,e,t){return this.dt(s,e,t).values}update(s,[e,t,r]){let n=qt(s),{values:i,keys:o}=this.dt(e,t,r);if(!Array.isArray(n))return this.ut=o,i;let d=this.ut??=[],a=[],f,y,h=0,v=n.length-1,g=0,w=i.length-1;for(;h<=v&&g<=w;)if(n[h]===null)h++;else if(n[v]===null)v--;else if(d[h]===o[g])a[g]=C(n[h],i[g]),h++,g++;else if(d[v]===o[w])a[w]=C(n[v],i[w]),v--,w--;else if(d[h]===o[w])a[w]=C(n[h],i[w]),I(s,a[w+1],n[h]),h++,w--;else if(d[v]===o[g])a[g]=C(n[v],i[g]),I(s,n[h],n[v]),v--,g++;else if(f===void 0&&(f=Zt(o,g,w),y=Zt(d,h,v)),f.has(d[h]))if(f.has(d[v])){let _=y.get(o[g]),Ae=_!==void 0?n[_]:null;if(Ae===null){let We=I(s,n[h]);C(We,i[g]),a[g]=We}else a[g]=C(Ae,i[g]),I(s,n[h],Ae),n[_]=null;g++}else $e(n[v]),v--;else $e(n[h]),h++;for(;g<=w;){let _=I(s,a[w+1]);C(_,i[g]),a[g++]=_}for(;h<=v;){let _=n[h++];_!==null&&$e(_)}return this.ut=o,be(s,a),E}});function Xt(s,e,t){return u`<div role="log" aria-live="off" aria-label=${l.messages} part="log">
    <ol class="messages">
      <li class="assistant intro">
        <p><strong>${l.chatbot}</strong></p>
        <p>${l.exitHint}</p>
      </li>
      ${Qt(s,(r,n)=>n,r=>r.who==="visitor"?Is(r,t):Vs(r.reply,e))}
    </ol>
  </div>`}function Vs(s,e){let t=s.parts.filter(i=>i.kind!=="progress"),r=s.choices.length>0?Y(s):void 0;if(t.length===0)return m;let n=Ie(s);return u`<li class="assistant ${n?"staff":""}" part="message" tabindex="-1">
    ${n?u`<p class="by">${l.staff}</p>`:u`<span class="hidden">${l.assistant}</span>`}
    ${t.map(i=>i===r?js(r.text):zt(i,e))}
  </li>`}function js(s){let e=s.indexOf("?")+1;return u`<p><strong>${R(s.slice(0,e))}</strong>${R(s.slice(e))}</p>`}function Is(s,e){return u`<li class="visitor" part="message own-message">
    <span class="hidden">${s.choice===void 0?l.visitorTyped:l.visitorChose}</span>
    <p>${F(s.label)}</p>
    ${s.pending&&e?u`<p class="pending">${l.notSent}</p>`:m}
  </li>`}function es(s,e){let{items:t,status:r,person:n}=s,i=le(t),o=r.phase==="gone"||r.phase==="erased",d=t.map(f=>f.who).lastIndexOf("assistant"),a=r.phase==="busy"||V(t)!==void 0;return u`<dialog part="panel" aria-labelledby="title" @cancel=${e.close} @keydown=${e.key}>
    ${Wt(s.presses,s.menu,s.exitUrl,e)} 
    ${n&&!o?Gt(n,a,e):Ft(o?void 0:yt(i))}
    <div class="middle" role="region" aria-label=${l.conversation} tabindex="0">
      ${Xt(t,s.server,r.phase==="failed")}
      ${Kt(r,e)} ${Dt(d,o?"":Ut(i,a,e,n?[n.stop.id]:[]))}
    </div>
    ${Yt(e)} ${Jt(s.numbers,e)}
    <div class="hidden" id="first-news" aria-live="polite"></div>
    <div class="hidden" id="news" aria-live="polite"></div>
  </dialog>`}var xe=class{constructor(e){this.changed=e;this.waited="no";this.#e=[];this.#t=!1}#e;#t;track(e){e!==this.#t&&(this.#t=e,this.#e.forEach(clearTimeout),this.waited="no",e&&(this.#e=[this.#s(500,"short"),this.#s(8e3,"long")]))}#s(e,t){return setTimeout(()=>{this.waited=t,this.changed()},e)}};var _e=class extends T{constructor(){super();this.#t=new xe(()=>this.requestUpdate());this.#s=new ge(this);this.#r=new ye(this);this.#a=new de(this);this.show=async()=>{this.open=!0,await this.updateComplete,this.#i("#title")?.focus({preventScroll:!0})};this.close=async()=>{this.open=!1,await this.updateComplete,this.#i(".launcher")?.focus()};this.heard=(t,r=!1)=>{this.#a.tell(t,r)};this.abandon=()=>this.#n.abandon();this.press=t=>this.#n.say(t.label,t.id);this.threat=()=>this.#n.urgent(l.threat,J);this.retry=()=>this.#n.retry();this.anew=()=>this.#n.anew();this.leave=t=>this.#s.run(t);this.toggleMenu=()=>this.menu=!this.menu;this.toggleNumbers=()=>this.numbers=!this.numbers;this.send=t=>{t.preventDefault();let r=this.#i("textarea"),n=r?.value.trim();!r||!n||this.#n.phase==="busy"||(r.value="",this.#n.say(n))};this.erase=()=>{this.menu=!1,this.#n.erase()};this.key=t=>{t.isComposing||(t.key==="Escape"&&this.close(),t.key==="Enter"&&!t.shiftKey&&t.target===this.#i("textarea")&&this.send(t))};this.server="",this.exitUrl=pe,this.open=this.menu=this.numbers=!1,new ve(this)}static{this.properties={server:{type:String},exitUrl:{type:String,attribute:"exit-url"},open:{type:Boolean,reflect:!0},menu:{state:!0},numbers:{state:!0}}}static{this.styles=Ot}#e;#t;#s;#r;#a;get#n(){return this.#e??=new fe(this.#l,new oe(this.#l),this),this.#e}get#l(){return new URL(this.server||"/",location.href).href.replace(/\/$/,"")}get#o(){return Bt(this.#n,this.#t.waited,this.#r.online)}connectedCallback(){super.connectedCallback(),this.#n.wasOpen&&(this.open=!0)}render(){let{presses:t,url:r}=this.#s,{menu:n,numbers:i}=this,{items:o,person:d}=this.#n,a={items:o,person:d,status:this.#o,presses:t,exitUrl:r,menu:n,numbers:i,server:this.#l};return u`<button type="button" class="launcher" part="launcher" aria-haspopup="dialog" ?hidden=${this.open} @click=${this.show}>
        <slot name="launcher">${l.launcher}</slot>
      </button>
      ${es(a,this)}
      <div class="curtain" popover="manual">${l.leaving}</div>`}updated(t){t.has("open")&&(this.open||t.get("open"))&&this.#c();let r=this.#o;this.#a.tellStatus(r.phase==="busy"&&r.waiting!=="long"?"":Be(r))}changed(){this.#t.track(this.#n.phase==="busy"),this.requestUpdate()}returned(t){let r=this.#i("textarea");r&&(r.value=[t,r.value].filter(n=>n!=="").join(`
`))}#c(){this.open&&this.#a.greet(this.#n.person?.notice??l.chatbot),this.#n.shown(this.open);let t=this.open?"woningscan-open":"woningscan-close";this.dispatchEvent(new CustomEvent(t,{bubbles:!0,composed:!0}))}#i(t){return this.renderRoot.querySelector(t)}};customElements.get("woningscan-chat")||customElements.define("woningscan-chat",_e);})();
